{{/* Labels of every object. */}}
{{- define "vigie.labels" -}}
app.kubernetes.io/name: vigie
app.kubernetes.io/instance: {{ .Release.Name }}
app.kubernetes.io/version: {{ .Chart.AppVersion | quote }}
app.kubernetes.io/managed-by: {{ .Release.Service }}
{{- end }}

{{/* Labels that choose the pods of one app: dict "root" $ "app" NAME. */}}
{{- define "vigie.selector" -}}
app.kubernetes.io/name: vigie
app.kubernetes.io/instance: {{ .root.Release.Name }}
app.kubernetes.io/component: {{ .app }}
{{- end }}

{{- define "vigie.kafkaHost" -}}
{{ .Release.Name }}-kafka-bootstrap:9093
{{- end }}

{{/* What every app reads: the broker over TLS with the app's own certificate, the registry, the namespace. */}}
{{- define "vigie.kafkaEnvironment" -}}
- {name: VIGIE_KAFKA_BOOTSTRAP_SERVERS, value: {{ include "vigie.kafkaHost" . | quote }}}
- {name: VIGIE_KAFKA_REGISTRY_URL, value: "http://{{ .Release.Name }}-registry:8080/apis/ccompat/v7"}
- {name: VIGIE_KAFKA_NAMESPACE, value: {{ .Values.namespace | quote }}}
- {name: VIGIE_KAFKA_PARTITIONS, value: {{ .Values.partitions | quote }}}
- {name: VIGIE_KAFKA_CLIENT_PROPERTIES, value: /vigie/kafka/client.properties}
{{- end }}

{{/* Where an app sends its spans: dict "root" $ "app" NAME. */}}
{{- define "vigie.tracingEnvironment" -}}
{{- with .root.Values.tracing }}
{{- if .endpoint }}
- {name: OTEL_SERVICE_NAME, value: {{ $.app }}}
- {name: OTEL_EXPORTER_OTLP_ENDPOINT, value: {{ .endpoint | quote }}}
- {name: OTEL_TRACES_SAMPLER, value: parentbased_traceidratio}
- {name: OTEL_TRACES_SAMPLER_ARG, value: {{ .share | quote }}}
{{- end }}
{{- end }}
{{- end }}

{{- define "vigie.kafkaMounts" -}}
- {name: kafka-client, mountPath: /vigie/kafka, readOnly: true}
- {name: kafka-user, mountPath: /vigie/kafka-user, readOnly: true}
- {name: kafka-ca, mountPath: /vigie/kafka-ca, readOnly: true}
{{- end }}

{{/* Strimzi makes the secrets of the user and of the authority: dict "root" $ "app" NAME. */}}
{{- define "vigie.kafkaVolumes" -}}
- {name: kafka-client, configMap: {name: {{ .root.Release.Name }}-kafka-client}}
- {name: kafka-user, secret: {secretName: {{ .root.Release.Name }}-{{ .app }}}}
- {name: kafka-ca, secret: {secretName: {{ .root.Release.Name }}-cluster-ca-cert}}
{{- end }}

{{- define "vigie.podSecurity" -}}
runAsNonRoot: true
runAsUser: 10001
runAsGroup: 10001
fsGroup: 10001
seccompProfile: {type: RuntimeDefault}
{{- end }}

{{- define "vigie.containerSecurity" -}}
allowPrivilegeEscalation: false
readOnlyRootFilesystem: true
capabilities: {drop: [ALL]}
{{- end }}

{{/* Pods of one app on different nodes, where there are enough: dict "root" $ "app" NAME. */}}
{{- define "vigie.spread" -}}
podAntiAffinity:
  preferredDuringSchedulingIgnoredDuringExecution:
    - weight: 100
      podAffinityTerm:
        topologyKey: kubernetes.io/hostname
        labelSelector:
          matchLabels:
            {{- include "vigie.selector" . | nindent 12 }}
{{- end }}
