/** Kinds of Kubernetes 1.32 itself that manifests of ours may use: group and version as in `apiVersion`, then the kind. */
export const BUILT_IN_KINDS: readonly (readonly [apiVersion: string, kind: string])[] = [
  ...['ConfigMap', 'LimitRange', 'Namespace', 'PersistentVolumeClaim', 'ResourceQuota'].map(core),
  ...['Secret', 'Service', 'ServiceAccount'].map(core),
  ['admissionregistration.k8s.io/v1', 'ValidatingAdmissionPolicy'],
  ['admissionregistration.k8s.io/v1', 'ValidatingAdmissionPolicyBinding'],
  ['apps/v1', 'DaemonSet'],
  ['apps/v1', 'Deployment'],
  ['apps/v1', 'StatefulSet'],
  ['autoscaling/v2', 'HorizontalPodAutoscaler'],
  ['batch/v1', 'CronJob'],
  ['batch/v1', 'Job'],
  ['networking.k8s.io/v1', 'Ingress'],
  ['networking.k8s.io/v1', 'NetworkPolicy'],
  ['policy/v1', 'PodDisruptionBudget'],
  ['rbac.authorization.k8s.io/v1', 'ClusterRole'],
  ['rbac.authorization.k8s.io/v1', 'ClusterRoleBinding'],
  ['rbac.authorization.k8s.io/v1', 'Role'],
  ['rbac.authorization.k8s.io/v1', 'RoleBinding'],
  ['scheduling.k8s.io/v1', 'PriorityClass'],
];

/** Kinds of operators, and the file of the sources that defines each. */
export const OPERATOR_KINDS: readonly (readonly [apiVersion: string, kind: string, file: string])[] = [
  ['autoscaling.k8s.io/v1', 'VerticalPodAutoscaler', 'vpa.yaml'],
  ['cert-manager.io/v1', 'Certificate', 'cert-manager_certificates.yaml'],
  ['cert-manager.io/v1', 'ClusterIssuer', 'cert-manager_clusterissuers.yaml'],
  ['cert-manager.io/v1', 'Issuer', 'cert-manager_issuers.yaml'],
  ['keda.sh/v1alpha1', 'ScaledObject', 'keda_scaledobjects.yaml'],
  ['keda.sh/v1alpha1', 'TriggerAuthentication', 'keda_triggerauthentications.yaml'],
  ['monitoring.coreos.com/v1', 'Alertmanager', 'prometheus-operator_alertmanager.yaml'],
  ['monitoring.coreos.com/v1', 'PodMonitor', 'prometheus-operator_podmonitor.yaml'],
  ['monitoring.coreos.com/v1', 'Prometheus', 'prometheus-operator_prometheus.yaml'],
  ['monitoring.coreos.com/v1', 'PrometheusRule', 'prometheus-operator_prometheusrule.yaml'],
  ['monitoring.coreos.com/v1', 'ServiceMonitor', 'prometheus-operator_servicemonitor.yaml'],
  ['postgresql.cnpg.io/v1', 'Cluster', 'cnpg_clusters.yaml'],
  ['postgresql.cnpg.io/v1', 'Pooler', 'cnpg_poolers.yaml'],
  ['postgresql.cnpg.io/v1', 'ScheduledBackup', 'cnpg_scheduledbackups.yaml'],
];

/** Where the schema of an object lies. */
export const schemaFileName = (apiVersion: string, kind: string): string =>
  `${apiVersion.replace('/', '_')}_${kind}.json`.toLowerCase();

function core(kind: string): readonly [string, string] {
  return ['v1', kind];
}
