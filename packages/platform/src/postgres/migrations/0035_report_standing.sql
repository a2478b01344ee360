-- Drafts that nobody will sign, and the pictures that reports name.
create table report_discards (
  report_id uuid primary key references reports (id),
  discarded_by text not null,
  discarded_at timestamptz(3) not null,
  reason text not null check (reason <> '')
);

create function keep_report_discard() returns trigger language plpgsql as $$
begin
  if to_jsonb(new) - 'discarded_by' is distinct from to_jsonb(old) - 'discarded_by'
     or (new.discarded_by <> old.discarded_by and not is_erasure(old.discarded_by, new.discarded_by))
  then
    raise exception 'a draft is discarded once' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger report_discards_keep before update on report_discards
  for each row execute function keep_report_discard();
create trigger report_discards_no_delete before delete on report_discards
  for each row execute function refuse_change();
create trigger report_discards_no_truncate before truncate on report_discards
  for each statement execute function refuse_change();

-- Who signs or discards has locked the report's row, so that neither misses the other.
create function refuse_signing_discarded() returns trigger language plpgsql as $$
begin
  if exists (select from report_discards d where d.report_id = new.report_id) then
    raise exception 'a discarded draft is not signed' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger report_signatures_not_discarded before insert on report_signatures
  for each row execute function refuse_signing_discarded();
create function refuse_discarding_signed() returns trigger language plpgsql as $$
begin
  if exists (select from report_signatures s where s.report_id = new.report_id) then
    raise exception 'a signed report is not discarded' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger report_discards_not_signed before insert on report_discards
  for each row execute function refuse_discarding_signed();

-- The document says the same, but only to who reads it. No policy removes what a signed report names.
create table report_pictures (
  report_id uuid not null references reports (id),
  image_id uuid not null references images (id),
  primary key (report_id, image_id)
);
create index report_pictures_image on report_pictures (image_id);
insert into report_pictures (report_id, image_id)
  select distinct r.id, i.id from reports r
    cross join lateral jsonb_array_elements(r.document::jsonb -> 'specimens') specimen
    cross join lateral jsonb_array_elements(specimen -> 'pictures') picture
    join images i on i.id = (picture ->> 'image_id')::uuid;
create trigger report_pictures_no_change before update or delete on report_pictures
  for each row execute function refuse_change();

insert into person_columns values ('report_discards', 'discarded_by');
