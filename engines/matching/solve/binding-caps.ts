import type { Market } from '../market/market.ts';

/** By seat: in how many lists it stands. */
function demandOf(market: Market): Int32Array {
  const demand = new Int32Array(market.seats);
  for (let choice = 0; choice < market.seat.length; choice++) demand[market.seat[choice]!]!++;
  return demand;
}

/** Caps so ordered that each comes before the cap it lies in. */
function innermostFirst(market: Market): number[] {
  const waiting = new Int32Array(market.capacity.length);
  for (const parent of market.parent) if (parent >= 0) waiting[parent]!++;
  const order: number[] = [];
  for (let place = 0; place < waiting.length; place++) if (waiting[place] === 0) order.push(place);
  for (const place of order) {
    const parent = market.parent[place]!;
    if (parent >= 0 && --waiting[parent]! === 0) order.push(parent);
  }
  return order.filter((place) => place >= market.seats);
}

/**
 * The places as the matcher needs them. `room` of a seat never exceeds its demand; `parent` passes over caps
 * that can only be full when everything inside them is full, because those never refuse anyone by themselves.
 */
export function bindingCaps(market: Market): { room: Int32Array; parent: Int32Array } {
  const room = market.capacity.slice();
  const demand = demandOf(market);
  for (let seat = 0; seat < market.seats; seat++) room[seat] = Math.min(room[seat]!, demand[seat]!);
  const inside = new Float64Array(room.length);
  const addToParent = (place: number): void => {
    const parent = market.parent[place]!;
    if (parent >= 0) inside[parent]! += room[place]!;
  };
  for (let seat = 0; seat < market.seats; seat++) addToParent(seat);
  const binds = new Uint8Array(room.length);
  for (const cap of innermostFirst(market)) {
    if (room[cap]! < inside[cap]!) binds[cap] = 1;
    else room[cap] = inside[cap]!;
    addToParent(cap);
  }
  const parent = market.parent.map((above) => {
    let next = above;
    while (next >= 0 && binds[next] === 0) next = market.parent[next]!;
    return next;
  });
  return { room, parent };
}
