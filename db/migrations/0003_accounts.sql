create schema accounts;
grant usage on schema accounts to motcua_app;

create table accounts.account (
  officer_id integer primary key,
  username text not null unique check (username = lower(username)),
  password_hash text not null,
  password_changed_at timestamptz not null,
  must_change_password boolean not null default false,
  -- TOTP secret, base32; null: no second factor yet
  totp_secret text,
  totp_confirmed_at timestamptz,
  -- the last used time step, so that a code works once (RFC 6238, 5.2)
  totp_last_step bigint,
  failed_count integer not null default 0,
  locked_until timestamptz,
  demo boolean not null default false
);

create table accounts.session (
  -- SHA-256 of the cookie's token: a leaked table opens no session
  token_hash bytea primary key,
  officer_id integer not null references accounts.account (officer_id),
  csrf_token text not null,
  created_at timestamptz not null,
  last_seen_at timestamptz not null,
  expires_at timestamptz not null,
  -- set while the password was right and the second factor is still owed
  second_factor_pending boolean not null default false,
  user_agent text
);
create index session_officer on accounts.session (officer_id);
create index session_expiry on accounts.session (expires_at);

create table accounts.system_token (
  id integer generated always as identity primary key,
  name text not null,
  token_hash bytea not null unique,
  -- the posts' permissions a system may use, and the unit for which it acts
  permissions text[] not null,
  unit_id integer not null,
  created_at timestamptz not null,
  expires_at timestamptz,
  revoked_at timestamptz
);

grant select, insert, update on accounts.account, accounts.system_token to motcua_app;
grant select, insert, update, delete on accounts.session to motcua_app;
