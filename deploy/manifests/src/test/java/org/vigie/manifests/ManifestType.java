package org.vigie.manifests;

import static java.util.Map.entry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.batch.v1.CronJob;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import io.fabric8.openshift.api.model.monitoring.v1.PodMonitor;
import io.fabric8.openshift.api.model.monitoring.v1.PrometheusRule;
import io.fabric8.openshift.api.model.monitoring.v1.ServiceMonitor;
import io.strimzi.api.kafka.model.kafka.Kafka;
import io.strimzi.api.kafka.model.nodepool.KafkaNodePool;
import io.strimzi.api.kafka.model.topic.KafkaTopic;
import io.strimzi.api.kafka.model.user.KafkaUser;
import java.util.List;
import java.util.Map;

/**
 * Checks an object against the published type of its kind. A property that the type does not have is a problem, although the types
 * themselves keep unknown properties.
 */
final class ManifestType {
    private static final Map<String, Class<?>> TYPES = Map.ofEntries(
            entry("v1/Service", Service.class),
            entry("v1/ConfigMap", ConfigMap.class),
            entry("v1/PersistentVolumeClaim", PersistentVolumeClaim.class),
            entry("apps/v1/StatefulSet", StatefulSet.class),
            entry("apps/v1/Deployment", Deployment.class),
            entry("policy/v1/PodDisruptionBudget", PodDisruptionBudget.class),
            entry("autoscaling/v2/HorizontalPodAutoscaler", HorizontalPodAutoscaler.class),
            entry("batch/v1/CronJob", CronJob.class),
            entry("networking.k8s.io/v1/NetworkPolicy", NetworkPolicy.class),
            entry("monitoring.coreos.com/v1/ServiceMonitor", ServiceMonitor.class),
            entry("monitoring.coreos.com/v1/PodMonitor", PodMonitor.class),
            entry("monitoring.coreos.com/v1/PrometheusRule", PrometheusRule.class),
            entry("kafka.strimzi.io/v1beta2/Kafka", Kafka.class),
            entry("kafka.strimzi.io/v1beta2/KafkaNodePool", KafkaNodePool.class),
            entry("kafka.strimzi.io/v1beta2/KafkaTopic", KafkaTopic.class),
            entry("kafka.strimzi.io/v1beta2/KafkaUser", KafkaUser.class));

    private static final ObjectMapper STRICT = new ObjectMapper()
            .setAnnotationIntrospector(new KnownPropertiesOnly())
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    private ManifestType() {}

    /** Lets no property pass that has no field of its own. */
    private static final class KnownPropertiesOnly extends JacksonAnnotationIntrospector {
        private static final long serialVersionUID = 1;

        @Override
        public Boolean hasAnySetter(Annotated annotated) {
            return false;
        }
    }

    /** Returns what is wrong with an object; empty when its type accepts it. */
    static List<String> problems(JsonNode object) {
        String kind =
                object.path("apiVersion").asText() + "/" + object.path("kind").asText();
        if (kind.equals("flink.apache.org/v1beta1/FlinkDeployment")) {
            return FlinkDeploymentSchema.problems(object);
        }
        if (!TYPES.containsKey(kind)) {
            return List.of("unknown kind " + kind);
        }
        try {
            STRICT.treeToValue(object, TYPES.get(kind));
            return List.of();
        } catch (JsonProcessingException e) {
            return List.of(kind + ": " + e.getMessage());
        }
    }
}
