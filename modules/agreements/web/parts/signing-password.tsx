import { Input } from 'antd';
import { Labelled } from './labelled.tsx';

/** The field for the signing password, which no browser is to keep. */
export function SigningPassword(props: {
  readonly label: string;
  readonly hint: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}) {
  const { label, hint, value, onChange } = props;
  return (
    <Labelled label={label} hint={hint}>
      {(id) => (
        <Input.Password
          id={id}
          value={value}
          autoComplete="off"
          maxLength={200}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Labelled>
  );
}
