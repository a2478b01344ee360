-- Erasing a person: the name becomes the pseudonym wherever a record outlives the person.

-- Columns that hold user names. A migration that adds such a column adds a row here.
create table person_columns (
  table_name text not null,
  column_name text not null,
  primary key (table_name, column_name)
);
insert into person_columns values
  ('images', 'uploaded_by'),
  ('analyses', 'analysed_by'),
  ('labels', 'technician'),
  ('jobs', 'created_by'),
  ('deployments', 'deployed_by');

-- Whether a record that is never changed changes only in that a name becomes the pseudonym of the person being erased.
create function is_erasure(old_name text, new_name text) returns boolean language sql stable as $$
  select old_name = current_setting('mlmcsc.erasing', true)
    and exists (select from people where username = old_name and pseudonym = new_name)
$$;

create or replace function keep_judgement() returns trigger language plpgsql as $$
begin
  if (new.id, new.arrival, new.analysis_id, new.shear_percent, new.decision, new.notes,
      new.created_at, new.split_group, new.held_out)
     is distinct from
     (old.id, old.arrival, old.analysis_id, old.shear_percent, old.decision, old.notes,
      old.created_at, old.split_group, old.held_out)
     or (new.technician <> old.technician and not is_erasure(old.technician, new.technician))
     or (old.predicted_by is not null and
         (new.predicted_percent, new.predicted_lower, new.predicted_upper, new.predicted_by)
         is distinct from
         (old.predicted_percent, old.predicted_lower, old.predicted_upper, old.predicted_by))
     or (old.considered_in is not null and new.considered_in is distinct from old.considered_in)
     or (old.learned_in is not null and new.learned_in is distinct from old.learned_in)
  then
    raise exception 'a label is never changed; add a newer one' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;

create function keep_deployment() returns trigger language plpgsql as $$
begin
  if (new.id, new.alias, new.from_version, new.to_version, new.reason, new.deployed_at)
     is distinct from (old.id, old.alias, old.from_version, old.to_version, old.reason, old.deployed_at)
     or (new.deployed_by <> old.deployed_by and not is_erasure(old.deployed_by, new.deployed_by))
  then
    raise exception 'a deployment is never changed' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
drop trigger deployments_no_change on deployments;
create trigger deployments_keep before update on deployments for each row execute function keep_deployment();
create trigger deployments_no_delete before delete on deployments for each row execute function refuse_change();

-- Erases in the caller's transaction; gives the pseudonym and how many rows of each kind were changed or deleted.
create function erase_person(wanted text, out pseudonym text, out counts jsonb) language plpgsql as $$
declare
  place person_columns;
  changed bigint;
begin
  pseudonym := person_pseudonym(wanted);
  counts := '{}';
  perform set_config('mlmcsc.erasing', wanted, true);
  for place in select * from person_columns order by 1, 2 loop
    execute format('update %I set %I = $1 where %I = $2', place.table_name, place.column_name, place.column_name)
      using pseudonym, wanted;
    get diagnostics changed = row_count;
    counts := counts || jsonb_build_object(place.table_name || '.' || place.column_name, changed);
  end loop;
  -- Answers kept for repetitions tell who did what, also in answers to others.
  delete from idempotency_key k
    where k.username = wanted or position(to_json(wanted)::text in k.body::text) > 0;
  get diagnostics changed = row_count;
  counts := counts || jsonb_build_object('idempotency_key', changed);
  -- Sessions, keys and second factors go with the user.
  delete from auth_user u where u.username = wanted;
  get diagnostics changed = row_count;
  counts := counts || jsonb_build_object('auth_user', changed);
  delete from audit_personal p using audit_log e
    where p.position = e.position
      and ((p.part = 'actor' and (e.actor = erase_person.pseudonym or p.personal ->> 'tried' = wanted))
        or (p.part = 'subject' and e.subject_kind = 'user' and e.subject_id = erase_person.pseudonym));
  get diagnostics changed = row_count;
  counts := counts || jsonb_build_object('audit_personal', changed);
  update people p set username = null, erased_at = now() where p.pseudonym = erase_person.pseudonym;
  perform set_config('mlmcsc.erasing', '', true);
end $$;
