{{/* TLS of a server with a secret of cert-manager, or none inside the cluster: dict "secret" NAME "prefix" PREFIX "folder" WHERE. */}}
{{- define "vigie.serverTls" -}}
{{- if .secret }}
- {name: {{ .prefix }}TLS_CERTIFICATE, value: {{ default "/vigie/tls" .folder }}/tls.crt}
- {name: {{ .prefix }}TLS_PRIVATE_KEY, value: {{ default "/vigie/tls" .folder }}/tls.key}
{{- else }}
- {name: {{ .prefix }}TLS_AT_PROXY, value: "true"}
{{- end }}
{{- end }}

{{/* What one app reads beside the common variables, and the ports that it opens beside monitoring. */}}
{{- define "vigie.environment.bedside-gateway" -}}
- {name: VIGIE_MLLP_HOST, value: 0.0.0.0}
- {name: VIGIE_FHIR_HOST, value: 0.0.0.0}
{{- include "vigie.serverTls" (dict "secret" .Values.tls.gateway "prefix" "VIGIE_FHIR_") }}
- {name: VIGIE_FHIR_TOKEN_FILE, value: /vigie/fhir/token}
- {name: VIGIE_FHIR_ALLOWED_HOSTS, value: {{ .Values.gateway.allowedHosts | toJson | quote }}}
- {name: VIGIE_KEYS, value: /vigie/keys}
- {name: VIGIE_CANARY_EVERY, value: {{ .Values.gateway.canaryEvery }}}
{{- end }}
{{- define "vigie.ports.bedside-gateway" -}}
- {name: mllp, containerPort: 12575}
- {name: fhir, containerPort: 18083}
{{- end }}

{{- define "vigie.environment.vitals-streams" -}}{{- end }}
{{- define "vigie.ports.vitals-streams" -}}{{- end }}
{{- define "vigie.environment.alert-streams" -}}{{- end }}
{{- define "vigie.ports.alert-streams" -}}{{- end }}
{{- define "vigie.environment.alert-analytics" -}}{{- end }}
{{- define "vigie.ports.alert-analytics" -}}{{- end }}

{{- define "vigie.environment.alert-notifications" -}}
{{- with .Values.notifications.alertmanager }}
- {name: VIGIE_ALERTMANAGER_ENABLED, value: "true"}
- {name: VIGIE_ALERTMANAGER_URL, value: {{ . | quote }}}
{{- end }}
{{- if .Values.tls.station }}
- {name: VIGIE_WATCH_STATIONS, value: '["https://{{ .Release.Name }}-page"]'}
- {name: VIGIE_TLS_AUTHORITIES, value: /vigie/tls/ca.crt}
{{- else }}
- {name: VIGIE_WATCH_STATIONS, value: '["http://{{ .Release.Name }}-page"]'}
{{- end }}
- {name: VIGIE_WATCH_TOKEN_FILE, value: /vigie/station/token}
{{- end }}
{{- define "vigie.ports.alert-notifications" -}}{{- end }}

{{/*
Says "true" for a host that the DNS of the cluster answers: NAME, NAME.NAMESPACE.svc and the same before any domain of the cluster, and
NAME.NAMESPACE of the release's own namespace. Another name of two parts is none, because it may be another machine: dict "host" "namespace".
*/}}
{{- define "vigie.isInCluster" -}}
{{- $name := trimSuffix "." .host }}
{{- $isService := or (regexMatch "\\.svc(\\.cluster\\.local)?$" $name) (regexMatch "^([a-z0-9-]+\\.){2,3}svc\\.[a-z0-9.-]+$" $name) }}
{{- $isNeighbour := regexMatch (printf "^[a-z0-9-]+\\.%s$" .namespace) .host }}
{{- $isElsewhere := regexMatch "\\.([a-z]{2}|[0-9]+|com|net|org|edu|gov|local|localdomain|lan|home|internal|intranet|corp)$" .host }}
{{- or (not (regexMatch "[.:]" .host)) $isService (and $isNeighbour (not $isElsewhere)) }}
{{- end }}

{{- define "vigie.environment.dashboard-sink" -}}
- {name: VIGIE_STORE_URL, value: {{ .Values.store.url | quote }}}
{{- if hasPrefix "https://" .Values.store.url }}
{{- if .Values.tls.store }}
- {name: VIGIE_STORE_TLS_AUTHORITIES, value: /vigie/store-tls/ca.crt}
{{- end }}
{{- else }}
{{- $host := (urlParse .Values.store.url).hostname }}
{{- $inCluster := eq (include "vigie.isInCluster" (dict "host" $host "namespace" .Release.Namespace)) "true" }}
- {name: VIGIE_STORE_TLS_PLAIN_HOSTS, value: {{ ternary (list $host) (default (list) .Values.store.plainHosts) $inCluster | toJson | quote }}}
{{- end }}
{{- if .Values.store.influxdbBucket }}
- {name: VIGIE_INFLUXDB_BUCKET, value: {{ .Values.store.influxdbBucket | quote }}}
- {name: VIGIE_INFLUXDB_ORGANISATION, value: {{ .Values.store.influxdbOrganisation | quote }}}
- {name: VIGIE_INFLUXDB_TOKEN_FILE, value: /vigie/store/token}
{{- else }}
- {name: VIGIE_STORE_USER, value: {{ .Values.store.user | quote }}}
- {name: VIGIE_STORE_PASSWORD_FILE, value: /vigie/store/password}
{{- end }}
{{- end }}
{{- define "vigie.ports.dashboard-sink" -}}{{- end }}

{{- define "vigie.environment.station" -}}
{{- if .Values.tls.station }}
{{- include "vigie.serverTls" (dict "secret" .Values.tls.station "prefix" "VIGIE_") }}
{{- end }}
- {name: VIGIE_HOST, value: 0.0.0.0}
- {name: VIGIE_ALLOWED_HOSTS, value: {{ append .Values.station.allowedHosts (printf "%s-page" .Release.Name) | toJson | quote }}}
- {name: VIGIE_ACCESS_DIRECTORY, value: /vigie/state/access}
{{- if .Values.station.ingressFrom }}
- {name: VIGIE_USERS_NAME_HEADER, value: {{ .Values.station.nameHeader | quote }}}
- {name: VIGIE_USERS_ROLE_HEADER, value: {{ .Values.station.roleHeader | quote }}}
{{- else }}
- {name: VIGIE_ACCESS_PUBLISHED_ON_LOOPBACK, value: "true"}
{{- end }}
- {name: VIGIE_ACCESS_WATCH_TOKEN_FILE, value: /vigie/station/token}
{{- end }}
{{- define "vigie.ports.station" -}}
- {name: page, containerPort: 18080}
{{- end }}

{{- define "vigie.environment.model-server" -}}
{{- include "vigie.serverTls" (dict "secret" .Values.tls.model "prefix" "VIGIE_") }}
- {name: VIGIE_ACCESS_TOKEN_FILE, value: /vigie/model/token}
{{- end }}
{{- define "vigie.ports.model-server" -}}
- {name: http, containerPort: 18000}
- {name: grpc, containerPort: 18001}
{{- end }}
