{{/* Names, labels, what a service is told. */}}
{{- define "trunkline.fullname" -}}
{{- if .Values.fullnameOverride -}}
{{- .Values.fullnameOverride | trunc 40 | trimSuffix "-" -}}
{{- else if contains (default .Chart.Name .Values.nameOverride) .Release.Name -}}
{{- .Release.Name | trunc 40 | trimSuffix "-" -}}
{{- else -}}
{{- printf "%s-%s" .Release.Name (default .Chart.Name .Values.nameOverride) | trunc 40 | trimSuffix "-" -}}
{{- end -}}
{{- end -}}

{{- define "trunkline.common" -}}
app.kubernetes.io/name: {{ default .Chart.Name .Values.nameOverride | trunc 63 }}
app.kubernetes.io/instance: {{ .Release.Name }}
{{- end -}}

{{- define "trunkline.labels" -}}
{{ include "trunkline.common" . }}
app.kubernetes.io/version: {{ default .Chart.AppVersion .Values.image.tag | quote }}
app.kubernetes.io/part-of: trunkline
app.kubernetes.io/managed-by: {{ .Release.Service }}
helm.sh/chart: {{ printf "%s-%s" .Chart.Name .Chart.Version }}
{{- end -}}

{{/* {root, name} */}}
{{- define "trunkline.image" -}}
{{- $image := .root.Values.image -}}
{{- if $image.registry }}{{ $image.registry }}/{{ end }}{{ $image.repository }}/{{ .name }}:{{ default .root.Chart.AppVersion $image.tag }}
{{- end -}}

{{/* Pod Security's profile "restricted", and nothing written but /tmp. */}}
{{- define "trunkline.podSecurity" -}}
runAsNonRoot: true
runAsUser: 10001
runAsGroup: 10001
fsGroup: 10001
seccompProfile: { type: RuntimeDefault }
{{- end -}}
{{- define "trunkline.containerSecurity" -}}
allowPrivilegeEscalation: false
readOnlyRootFilesystem: true
runAsNonRoot: true
runAsUser: 10001
runAsGroup: 10001
capabilities: { drop: [ALL] }
seccompProfile: { type: RuntimeDefault }
{{- end -}}

{{/* {root, name}: the variables that are no secret. */}}
{{- define "trunkline.env" -}}
{{- $root := .root -}}
{{- $fullname := include "trunkline.fullname" $root -}}
{{- $env := dict "TRUNKLINE_PROFILE" $root.Values.profile "LOG_LEVEL" $root.Values.logLevel "HOST" "0.0.0.0" "PORT" "3000" }}
{{- $_ := set $env "KAFKA_BROKERS" $root.Values.kafka.brokers }}
{{- $_ := set $env "KAFKA_TOPICS" $root.Values.kafka.topics }}
{{- if $root.Values.kafka.tls }}{{- $_ := set $env "KAFKA_TLS" "on" }}{{- end }}
{{- if $root.Values.kafka.ca.existingSecret }}{{- $_ := set $env "KAFKA_CA" "/etc/trunkline/kafka/ca.crt" }}{{- end }}
{{- if $root.Values.kafka.userPrefix }}{{- $_ := set $env "KAFKA_USER" (printf "%s%s" $root.Values.kafka.userPrefix .name) }}{{- end }}
{{- if $root.Values.kafka.topicPrefix }}{{- $_ := set $env "KAFKA_TOPIC_PREFIX" $root.Values.kafka.topicPrefix }}{{- end }}
{{- range tuple "gateway" "channels" "router" "sla" }}
{{- $_ := set $env (printf "%s_URL" (upper .)) (printf "http://%s-%s:3000" $fullname .) }}
{{- end }}
{{- if and (eq .name "gateway") $root.Values.publicUrl }}{{- $_ := set $env "PUBLIC_URL" $root.Values.publicUrl }}{{- end }}
{{- if and (eq .name "gateway") $root.Values.notify.from }}{{- $_ := set $env "NOTIFY_FROM" $root.Values.notify.from }}{{- end }}
{{- if and (eq .name "gateway") $root.Values.notify.allowedHosts }}{{- $_ := set $env "NOTIFY_ALLOWED_HOSTS" (join "," $root.Values.notify.allowedHosts) }}{{- end }}
{{- if and (eq .name "channels") $root.Values.customersUrl }}{{- $_ := set $env "CHANNELS_PUBLIC_URL" $root.Values.customersUrl }}{{- end }}
{{- if and (eq .name "channels") $root.Values.attachments.s3.bucket }}
{{- with $root.Values.attachments }}
{{- $env = merge $env (dict "ATTACHMENTS" .store "S3_ENDPOINT" .s3.endpoint "S3_REGION" .s3.region "S3_BUCKET" .s3.bucket "S3_PREFIX" .s3.prefix) }}
{{- end }}
{{- end }}
{{- if eq .name "router" }}{{- $_ := set $env "FITTED_HOME" "/tmp/fitted" }}{{- end }}
{{- range $name, $value := (index $root.Values.services .name).env }}
{{- $_ := set $env $name $value }}
{{- end }}
{{- range $name, $value := $env }}
- name: {{ $name }}
  value: {{ $value | quote }}
{{- end }}
{{- end -}}

{{/* The authorities that vouch for Kafka and Postgres, where they are not the usual ones. */}}
{{- define "trunkline.trustMounts" -}}
{{- range $link := tuple "kafka" "postgres" }}
{{- if (index $.Values $link).ca.existingSecret }}
- { name: {{ $link }}-ca, mountPath: /etc/trunkline/{{ $link }}, readOnly: true }
{{- end }}
{{- end }}
{{- end -}}
{{- define "trunkline.trustVolumes" -}}
{{- range $link := tuple "kafka" "postgres" }}
{{- with (index $.Values $link).ca }}
{{- if .existingSecret }}
- name: {{ $link }}-ca
  secret: { secretName: {{ .existingSecret }}, items: [{ key: {{ .key }}, path: ca.crt }] }
{{- end }}
{{- end }}
{{- end }}
{{- end -}}

{{/* The ports of kafka.brokers, once each. */}}
{{- define "trunkline.brokerPorts" -}}
{{- $ports := list }}
{{- range splitList "," .Values.kafka.brokers }}{{- $ports = append $ports (int (splitList ":" (trim .) | last)) }}{{- end }}
{{- uniq $ports | toJson }}
{{- end -}}

{{/* {root, name}: what selects the pods of one service. */}}
{{- define "trunkline.selector" -}}
{{ include "trunkline.common" .root }}
app.kubernetes.io/component: {{ .name }}
{{- end -}}

{{/* What cannot be said by a schema, for two values are compared. */}}
{{- define "trunkline.check" -}}
{{- $values := .Values -}}
{{- $secrets := (.Files.Get "files/secrets.yaml" | fromYaml).secrets }}
{{- if eq $values.image.tag "latest" }}
{{- fail "image.tag is latest, which moves: name a release, so that a rollback brings back what ran" }}
{{- end }}
{{- if and (eq $values.profile "production") (not (and $values.kafka.tls $values.kafka.userPrefix)) }}
{{- fail "kafka.tls must be true and kafka.userPrefix set in the profile production: the services refuse to start with plain Kafka" }}
{{- end }}
{{- $opened := list }}
{{- range $values.networkPolicy.kafka.ports }}{{- $opened = append $opened (int .) }}{{- end }}
{{- range $port := include "trunkline.brokerPorts" . | fromJsonArray }}
{{- if and $values.networkPolicy.enabled $opened (not (has (int $port) $opened)) }}
{{- fail (printf "networkPolicy.kafka.ports lacks %d, a port of kafka.brokers: no service would reach Kafka" (int $port)) }}
{{- end }}
{{- end }}
{{- range $path := $values.customerPaths }}
{{- if regexMatch "^/(internal|metrics|health)(/|$)" $path }}
{{- fail (printf "customerPaths has %s, which is for the house itself: nobody outside may reach it" $path) }}
{{- end }}
{{- end }}
{{- range $name, $service := $values.services }}
{{- range $variable, $_ := $service.env }}
{{- if has $variable $secrets }}
{{- fail (printf "services.%s.env.%s is a secret: put it into the Secret %s" $name $variable $service.existingSecret) }}
{{- end }}
{{- if has $variable (list "FAULT_POINTS" "PLANTED_BUG_FILE") }}
{{- fail (printf "services.%s.env.%s is for tests: it makes a service wrong on purpose" $name $variable) }}
{{- end }}
{{- if and (eq $variable "DEMO") (eq $values.profile "production") }}
{{- fail (printf "services.%s.env.DEMO is for the demo: an invented shop at the customers' door" $name) }}
{{- end }}
{{- end }}
{{- with $service.keda }}
{{- if .enabled }}
{{- if gt (int .maxReplicas) (int $values.kafka.partitions) }}
{{- fail (printf "services.%s.keda.maxReplicas is %d, but kafka.partitions is %d: a replica more than partitions has nothing to read" $name (int .maxReplicas) (int $values.kafka.partitions)) }}
{{- end }}
{{- if gt (int .minReplicas) (int .maxReplicas) }}
{{- fail (printf "services.%s.keda.minReplicas is %d, more than its maxReplicas %d" $name (int .minReplicas) (int .maxReplicas)) }}
{{- end }}
{{- end }}
{{- end }}
{{- with $service.hpa }}
{{- if and .enabled (gt (int .minReplicas) (int .maxReplicas)) }}
{{- fail (printf "services.%s.hpa.minReplicas is %d, more than its maxReplicas %d" $name (int .minReplicas) (int .maxReplicas)) }}
{{- end }}
{{- end }}
{{- end }}
{{- end -}}
