-- Headcount by age, for occupations whose people retire by age instead of by name.
alter table occupation_stock add column retirement_age integer check (retirement_age between 40 and 90);
create table occupation_age_band (
  tenant_id uuid not null,
  occupation text not null,
  age_from integer not null check (age_from between 14 and 99),
  age_to integer not null check (age_to between 14 and 99),
  headcount integer not null check (headcount >= 0),
  primary key (tenant_id, occupation, age_from),
  foreign key (tenant_id, occupation) references occupation_stock (tenant_id, occupation) on delete cascade
);
