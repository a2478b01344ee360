-- Reports of series. A report is written down once; a signature follows; a further version takes its place instead of changing it.
create table reports (
  id uuid primary key,
  series_id uuid not null references series (id),
  number integer not null check (number > 0),
  version integer not null check (version > 0),
  -- Canonical JSON (RFC 8785), text because jsonb would spell it otherwise.
  document text not null,
  digest text not null,
  supersedes uuid references reports (id),
  supersedes_reason text check (supersedes_reason <> ''),
  made_by text not null,
  made_at timestamptz(3) not null,
  constraint reports_digest check (digest = encode(sha256(convert_to(document, 'UTF8')), 'hex')),
  unique (number, version),
  unique (id, digest),
  unique (id, supersedes),
  check ((supersedes is null) = (supersedes_reason is null)),
  check ((supersedes is null) = (version = 1)),
  check (supersedes <> id)
);
create index reports_of_series on reports (series_id, made_at desc, id desc);
create index reports_superseding on reports (supersedes) where supersedes is not null;

create table report_signatures (
  report_id uuid primary key,
  -- The pseudonym, which an erasure does not change.
  signer text not null,
  signed_by text not null,
  signed_at timestamptz(3) not null,
  method text not null check (method in ('password', 'password-and-code')),
  statement text not null check (statement <> ''),
  digest text not null,
  verification_code text not null unique check (verification_code ~ '^[0-9A-HJKMNP-TV-Z]{16}$'),
  -- A report has one successor.
  supersedes uuid unique,
  foreign key (report_id, digest) references reports (id, digest),
  foreign key (report_id, supersedes) references reports (id, supersedes)
);

create function keep_report() returns trigger language plpgsql as $$
begin
  if to_jsonb(new) - 'made_by' is distinct from to_jsonb(old) - 'made_by'
     or (new.made_by <> old.made_by and not is_erasure(old.made_by, new.made_by))
  then
    raise exception 'a report is superseded, never changed' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger reports_keep before update on reports for each row execute function keep_report();
create trigger reports_no_delete before delete on reports for each row execute function refuse_change();
create trigger reports_no_truncate before truncate on reports for each statement execute function refuse_change();

create function keep_report_signature() returns trigger language plpgsql as $$
begin
  if to_jsonb(new) - 'signed_by' is distinct from to_jsonb(old) - 'signed_by'
     or (new.signed_by <> old.signed_by and not is_erasure(old.signed_by, new.signed_by))
  then
    raise exception 'a signature is never changed' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger report_signatures_keep before update on report_signatures
  for each row execute function keep_report_signature();
create trigger report_signatures_no_delete before delete on report_signatures
  for each row execute function refuse_change();
create trigger report_signatures_no_truncate before truncate on report_signatures
  for each statement execute function refuse_change();

insert into person_columns values
  ('reports', 'made_by'),
  ('report_signatures', 'signed_by');
