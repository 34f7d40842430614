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
  -- an account is never deleted, since history names its officer; a disabled one opens no session
  disabled_at timestamptz,
  demo boolean not null default false
);

-- Failed sign-ins by the SHA-256 of the name that was typed, whether an account has that name or not: the way of an
-- unknown name is the same, and a password typed into the wrong box is not kept. Forgotten after a day.
create table accounts.sign_in_attempt (
  name_hash bytea primary key check (length(name_hash) = 32),
  failed_count integer not null default 0,
  last_failed_at timestamptz not null,
  locked_until timestamptz
);
create index sign_in_attempt_age on accounts.sign_in_attempt (last_failed_at);

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
  created_by integer,
  expires_at timestamptz,
  revoked_at timestamptz
);

grant select, insert, update on accounts.account, accounts.system_token to motcua_app;
grant select, insert, update, delete on accounts.session, accounts.sign_in_attempt to motcua_app;
