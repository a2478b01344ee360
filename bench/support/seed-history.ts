import { Client } from 'pg';

/** Fills an installation's database with analyses of pictures that exist as rows only: one a minute, newest now. Two in five are
 * labelled, by four technicians, one of them rare; one in thirty has no face.
 */
export async function seedHistory(databaseUrl: string, analyses: number): Promise<void> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query('set synchronous_commit = off');
    await client.query(
      `insert into images (id, sha256, file_name, media_type, size_bytes, width_px, height_px, display_key,
         thumbnail_key, specimen, heat, width_mm, px_per_mm, uploaded_by, uploaded_at)
       select ('10000000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid, encode(sha256(n::text::bytea), 'hex'),
         'IMG_' || n || '.jpg', 'image/jpeg', 300000 + n % 5000, 1280, 720, 'sha256/d', 'sha256/t',
         'X52-' || (n / 12) || '-' || n % 12, 'H' || (n / 144), 10, 80, 'technician',
         now() - (($1::int - n) || ' minutes')::interval
       from generate_series(1, $1::int) n`,
      [analyses],
    );
    await client.query(
      `insert into analyses (id, image_id, status, reason, shear_percent, lower, upper, interval_level, bbox, outline,
         notch_side, px_per_mm, detection_confidence, flags, map_key, overlay_key, features_key, model_version, model_digest,
         pipeline_version, elapsed_ms, analysed_by, created_at)
       select ('20000000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid,
         ('10000000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid,
         case when n % 30 = 0 then 'no-face' else 'ok' end, case when n % 30 = 0 then 'no face' end,
         case when n % 30 = 0 then null else (n * 37) % 1001 / 10.0 end,
         case when n % 30 = 0 then null else greatest(0, (n * 37) % 1001 / 10.0 - 8) end,
         case when n % 30 = 0 then null else least(100, (n * 37) % 1001 / 10.0 + 8) end, 0.9,
         '[100, 80, 800, 600]', (select jsonb_agg(jsonb_build_array(p * 7.5, p * 5.25)) from generate_series(1, 64) p), 'top', 80, 0.98, '[]', 'sha256/m', 'sha256/o', 'sha256/f',
         version, digest, pipeline_version, 60, 'technician', now() - (($1::int - n) || ' minutes')::interval
       from generate_series(1, $1::int) n, (select * from models order by created_at desc limit 1) model`,
      [analyses],
    );
    await client.query(
      `insert into labels (id, analysis_id, shear_percent, decision, technician, created_at, split_group, held_out)
       select ('30000000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid,
         ('20000000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid, (n * 37) % 1001 / 10.0, 'accepted',
         case when n % 20000 = 0 then 'dora' else (array['anna', 'ben', 'carl'])[1 + n % 3] end,
         now() - (($1::int - n) || ' minutes')::interval, 'H' || (n / 144), false
       from generate_series(1, $1::int) n where n % 5 < 2 and n % 30 <> 0 or n % 20000 = 0`,
      [analyses],
    );
    await client.query('vacuum analyze');
  } finally {
    await client.end();
  }
}
