-- Goods: what was given and how it was valued, the chain of a lot's movements, and hand-outs by list.

-- What an imported lot does not say is null.
alter table goods_lot
  add column donor_kind text check (donor_kind in ('organisation', 'person', 'anonymous')),
  -- of a person who gave; an organisation is donor_id
  add column donor_name text,
  add column may_be_named boolean,
  add column category text check (category in ('food', 'daily', 'clothing', 'bedding', 'appliance', 'aid', 'other')),
  add column spec text,
  add column batch_code text,
  add column value_fen bigint check (value_fen >= 0),
  add column valued_by text check (valued_by in ('invoice', 'fair', 'memo')),
  add column value_note text,
  add column condition text check (condition in ('new', 'good', 'used')),
  add column checked_by text,
  -- what the donor wants it used for; null: no limit
  add column restricted_to text,
  add column receipt_kind text check (receipt_kind in ('invoice', 'letter', 'thanks', 'waived', 'anonymous')),
  add column receipt_number text,
  -- warned when less than this is left
  add column low_at numeric check (low_at >= 0);

-- A lot's movements as a chain: each row has what stood before it and after it. The database refuses a row that does not
-- follow the one before, whose arithmetic is wrong, or after which anything is below nought. So received = handed out +
-- in stock + lost after every movement, whoever moves what at the same moment.
create table goods_movement (
  tenant_id integer not null,
  lot_id uuid not null,
  seq integer not null check (seq > 0),
  id uuid not null,
  from_account text not null check (from_account in ('outside', 'stock', 'handed_out', 'lost')),
  to_account text not null check (to_account in ('outside', 'stock', 'handed_out', 'lost')),
  quantity numeric not null check (quantity > 0),
  -- places of the stock it left and came to; '' one that nobody named
  from_place text check ((from_place is not null) = (from_account = 'stock')),
  to_place text check ((to_place is not null) = (to_account = 'stock')),
  cause text not null check (cause in ('donation', 'book', 'hand_out', 'undone', 'returned', 'damaged', 'expired', 'missing', 'found', 'miscounted', 'moved')),
  day date not null,
  reason text,
  -- the hand-out that it belongs to
  service_id uuid,
  -- the movement that it takes back
  undoes integer,
  made_by uuid,
  made_at timestamptz not null default clock_timestamp(),
  before_seq integer,
  before_received numeric not null,
  before_handed_out numeric not null,
  before_stock numeric not null,
  before_lost numeric not null,
  received numeric not null check (received >= 0),
  handed_out numeric not null check (handed_out >= 0),
  stock numeric not null check (stock >= 0),
  lost numeric not null check (lost >= 0),
  primary key (tenant_id, lot_id, seq),
  unique (tenant_id, id),
  unique (tenant_id, lot_id, undoes),
  unique (tenant_id, lot_id, seq, received, handed_out, stock, lost),
  foreign key (tenant_id, lot_id) references goods_lot (tenant_id, service_id),
  foreign key (tenant_id, service_id) references service (tenant_id, id),
  foreign key (tenant_id, lot_id, undoes) references goods_movement (tenant_id, lot_id, seq),
  foreign key (tenant_id, lot_id, before_seq, before_received, before_handed_out, before_stock, before_lost)
    references goods_movement (tenant_id, lot_id, seq, received, handed_out, stock, lost),
  check ((seq = 1) = (before_seq is null) and coalesce(before_seq, 0) = seq - 1),
  check (seq > 1 or (before_received = 0 and before_handed_out = 0 and before_stock = 0 and before_lost = 0)),
  check (from_account <> to_account or (from_account = 'stock' and from_place <> to_place)),
  check (received = before_received + quantity * ((from_account = 'outside')::int - (to_account = 'outside')::int)),
  check (handed_out = before_handed_out + quantity * ((to_account = 'handed_out')::int - (from_account = 'handed_out')::int)),
  check (stock = before_stock + quantity * ((to_account = 'stock')::int - (from_account = 'stock')::int)),
  check (lost = before_lost + quantity * ((to_account = 'lost')::int - (from_account = 'lost')::int)),
  check (received = handed_out + stock + lost)
);
create index goods_movement_of_service on goods_movement (tenant_id, service_id) where service_id is not null;
select protect_tenant_table('goods_movement', 'select, insert');

-- What of a lot lies where.
create table goods_holding (
  tenant_id integer not null,
  lot_id uuid not null,
  place text not null,
  quantity numeric not null check (quantity >= 0),
  primary key (tenant_id, lot_id, place),
  foreign key (tenant_id, lot_id) references goods_lot (tenant_id, service_id)
);
select protect_tenant_table('goods_holding', 'select, insert, update, delete');

-- A count of what lies at a place, beside what the chain says.
create table goods_stock_take (
  tenant_id integer not null,
  id uuid not null,
  lot_id uuid not null,
  place text not null,
  day date not null,
  expected numeric not null,
  counted numeric not null check (counted >= 0),
  cause text,
  reason text,
  made_by uuid,
  made_at timestamptz not null default now(),
  primary key (tenant_id, id),
  foreign key (tenant_id, lot_id) references goods_lot (tenant_id, service_id),
  check (expected = counted or (cause is not null and reason is not null))
);
create index goods_stock_take_of_lot on goods_stock_take (tenant_id, lot_id, made_at);
select protect_tenant_table('goods_stock_take', 'select, insert');

-- A list of whom something of a lot is handed to, in one community on one day.
create table goods_round (
  tenant_id integer not null,
  id uuid not null,
  project_id uuid not null,
  community_code text not null,
  lot_id uuid not null,
  title text not null,
  day date not null,
  place text not null,
  -- for each household
  each numeric not null check (each > 0),
  fits_use boolean not null default false,
  sheet_kept_at text,
  closed_at timestamptz,
  created_by uuid,
  created_at timestamptz not null default now(),
  version integer not null default 1,
  primary key (tenant_id, id),
  foreign key (tenant_id, project_id) references project (tenant_id, id),
  foreign key (tenant_id, community_code) references division (tenant_id, code),
  foreign key (tenant_id, lot_id) references goods_lot (tenant_id, service_id)
);
create index goods_round_of_project on goods_round (tenant_id, project_id, day);
create index goods_round_of_lot on goods_round (tenant_id, lot_id);
select protect_tenant_table('goods_round', 'select, insert, update');

-- Who is on the list: those of one household get one share together. Nothing is counted from here.
create table goods_recipient (
  tenant_id integer not null,
  id uuid not null,
  round_id uuid not null,
  person_id uuid not null,
  recorded_person_id uuid not null,
  household_id uuid,
  -- the hand-out that reached them; null: not yet
  service_id uuid,
  -- left off the list after all, and why
  removed_reason text,
  added_by uuid,
  primary key (tenant_id, id),
  foreign key (tenant_id, round_id) references goods_round (tenant_id, id),
  foreign key (tenant_id, person_id) references person (tenant_id, id),
  foreign key (tenant_id, recorded_person_id) references person (tenant_id, id),
  foreign key (tenant_id, household_id) references household (tenant_id, id),
  foreign key (tenant_id, service_id) references service (tenant_id, id)
);
create index goods_recipient_of_round on goods_recipient (tenant_id, round_id);
create index goods_recipient_of_person on goods_recipient (tenant_id, person_id);
create index goods_recipient_of_recorded on goods_recipient (tenant_id, recorded_person_id);
select protect_tenant_table('goods_recipient', 'select, insert, update, delete');

-- A line of an import names its lot by number; one of a list has both.
alter table goods_hand_out
  add column lot_id uuid,
  add column round_id uuid,
  add column taken_relation text,
  add foreign key (tenant_id, lot_id) references goods_lot (tenant_id, service_id),
  add foreign key (tenant_id, round_id) references goods_round (tenant_id, id);
create index goods_hand_out_by_number on goods_hand_out (tenant_id, lot_number) where lot_id is null;
create index goods_hand_out_of_lot on goods_hand_out (tenant_id, lot_id) where lot_id is not null;
