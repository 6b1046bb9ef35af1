-- What was not measured, and why: of each organisation and axis the first reason that holds, by sector and in all.
-- What the reasons mean is told in the data dictionary, under not_measured.
-- Run in a run's folder: duckdb < pipelines/queries/not_measured.sql
WITH listed AS (
  SELECT
    * EXCLUDE sector,
    unnest(['all', sector]) AS sector,
    CASE WHEN status = 'no_domain' THEN status WHEN rule = 'not-observed' THEN 'not_observed' END AS unseen,
    coalesce(unseen, CASE WHEN status = 'nxdomain' THEN status END) AS gone,
    coalesce(unseen, CASE WHEN status IN ('no_mail_declared', 'no_mail_found', 'nxdomain', 'lookup_failed', 'no_domain') THEN status END) AS without,
    CASE WHEN len(receiver_possible) > 0 THEN 'conflict' ELSE receiver END AS received_by,
    CASE WHEN status = 'conflict' THEN 'conflict' ELSE backend END AS run_by
  FROM 'tables/attributions.parquet'
), told AS (
  SELECT sector, unnest([
    {axis: 'mail', reason: coalesce(unseen, CASE WHEN status = 'lookup_failed' THEN status END)},
    {axis: 'receiver', reason: coalesce(without, CASE WHEN received_by IN ('conflict', 'unknown') THEN received_by END)},
    {axis: 'receiver_jurisdiction', reason: coalesce(without, CASE
      WHEN received_by = 'conflict' THEN 'conflict'
      WHEN receiver_jurisdiction IS NULL AND received_by = 'unknown' THEN 'operator_unknown'
      WHEN receiver_jurisdiction IS NULL AND received_by <> 'self' THEN 'seat_unknown'
    END)},
    {axis: 'backend', reason: coalesce(without, CASE WHEN run_by IN ('conflict', 'unknown') THEN run_by END)},
    {axis: 'backend_jurisdiction', reason: coalesce(without, CASE
      WHEN run_by = 'conflict' THEN 'conflict'
      WHEN backend_jurisdiction IS NULL AND run_by = 'unknown' THEN 'operator_unknown'
      WHEN backend_jurisdiction IS NULL AND run_by <> 'self' THEN 'seat_unknown'
    END)},
    {axis: 'server_country', reason: coalesce(without, CASE
      WHEN server_country IS NOT NULL THEN NULL
      WHEN list_contains(list_transform(evidence, line -> line.rule), 'server-country') THEN 'place_uncertain'
      ELSE 'no_place'
    END)},
    {axis: 'service', reason: without},
    {axis: 'dns_provider', reason: CASE WHEN dns_provider IS NULL THEN coalesce(gone, 'unknown') END},
    {axis: 'web_provider', reason: CASE WHEN web_provider IS NULL THEN coalesce(gone, 'unknown') END},
    {axis: 'spf', reason: CASE WHEN posture.spf IS NULL THEN coalesce(gone, 'not_answered') END},
    {axis: 'dmarc', reason: CASE WHEN posture.dmarc IS NULL THEN coalesce(gone, 'not_answered') END},
    {axis: 'mta_sts', reason: CASE WHEN posture.mta_sts IS NULL THEN coalesce(gone, 'not_answered') END},
    {axis: 'tls_rpt', reason: CASE WHEN posture.tls_rpt IS NULL THEN coalesce(gone, 'not_answered') END},
    {axis: 'tlsa', reason: CASE WHEN posture.tlsa IS NULL THEN coalesce(gone, 'not_answered') END},
    {axis: 'dane', reason: CASE WHEN posture.dane IS NULL THEN coalesce(gone, 'not_answered') END},
    {axis: 'dnssec', reason: CASE WHEN posture.dnssec IS NULL THEN coalesce(gone, 'not_answered') END},
    {axis: 'population', reason: CASE WHEN population IS NULL THEN 'not_told' END}
  ], recursive := true)
  FROM listed
), sectors AS (
  SELECT sector, count(*) AS denominator FROM listed GROUP BY sector
)
SELECT
  sector,
  axis,
  reason,
  count(*) AS organisations,
  any_value(denominator) AS denominator,
  round(count(*) / any_value(denominator), 6) AS share
FROM told JOIN sectors USING (sector)
WHERE reason IS NOT NULL
GROUP BY sector, axis, reason
ORDER BY sector, axis, reason;
