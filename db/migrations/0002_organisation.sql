create schema organisation;
grant usage on schema organisation to motcua_app;

create table organisation.unit (
  id integer generated always as identity primary key,
  -- official code such as H21.18; a code is never given twice
  code text not null unique,
  name text not null,
  short_name text not null,
  name_en text,
  -- data, not an enum: 'province', 'commune', and 'district' for cases of before 01-07-2025
  level text not null,
  kind text not null,
  parent_id integer references organisation.unit (id),
  mountain boolean not null default false,
  address text,
  phone text,
  valid_from date not null,
  valid_to date,
  check (valid_to is null or valid_to > valid_from)
);
create index unit_parent on organisation.unit (parent_id);

create table organisation.officer (
  id integer generated always as identity primary key,
  -- the number by which the personnel files know the person (số hiệu); unique where given
  staff_code text unique,
  full_name text not null,
  email text,
  phone text,
  -- công chức, viên chức, nhân viên doanh nghiệp (NĐ 118/2025, Điều 11)
  source text not null default 'civil-servant',
  active boolean not null default true
);

-- An officer holds posts in units for a time; permissions come from the post.
create table organisation.post (
  id integer generated always as identity primary key,
  officer_id integer not null references organisation.officer (id),
  unit_id integer not null references organisation.unit (id),
  kind text not null,
  title text not null,
  valid_from date not null,
  valid_to date,
  unique (officer_id, unit_id, kind, valid_from)
);
create index post_unit on organisation.post (unit_id, kind);

grant select, insert, update on organisation.unit, organisation.officer, organisation.post to motcua_app;
