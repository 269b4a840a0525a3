package org.vigie.manifests;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.marcnuri.helm.Helm;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.yaml.snakeyaml.Yaml;

/**
 * Holds the objects of the chart, rendered by Helm itself.
 *
 * @param objects in the order of the rendered text
 */
record HelmChart(List<JsonNode> objects) {
    static final Path FOLDER = ManifestFiles.DEPLOY.resolve("kubernetes/vigie");
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Renders the release {@code ward}. */
    static HelmChart of(ChartSize size) {
        return of(size.valuesFile().map(FOLDER::resolve));
    }

    /** Renders the release {@code ward} in the namespace {@code icu} with a file of values; without one with the chart's own. */
    static HelmChart of(Optional<Path> values) {
        var template = new Helm(FOLDER)
                .template()
                .withName("ward")
                .withNamespace("icu")
                .withKubeVersion("1.31.0");
        values.ifPresent(template::withValuesFile);
        return new HelmChart(
                StreamSupport.stream(new Yaml().loadAll(template.call()).spliterator(), false)
                        .filter(Objects::nonNull)
                        .<JsonNode>map(JSON::valueToTree)
                        .toList());
    }

    /** Returns what Helm prints after the installation of the release {@code ward} with a file of values. No cluster is asked. */
    static String notes(Path values) {
        String output = new Helm(FOLDER)
                .install()
                .withName("ward")
                .withKubeVersion("1.31.0")
                .withValuesFile(values)
                .clientOnly()
                .dryRun()
                .call()
                .getOutput();
        return output.substring(output.indexOf("NOTES:"));
    }

    Stream<JsonNode> ofKind(String kind) {
        return objects.stream().filter(object -> object.path("kind").asText().equals(kind));
    }

    /** Returns the pod templates of the apps, by app. */
    Map<String, JsonNode> pods() {
        Map<String, JsonNode> pods = new TreeMap<>();
        ofKind("StatefulSet").forEach(set -> {
            JsonNode template = set.at("/spec/template");
            pods.put(
                    template.at("/metadata/labels/app.kubernetes.io~1component").asText(), template);
        });
        pods.put(
                "risk-flink",
                ofKind("FlinkDeployment").findFirst().orElseThrow().at("/spec/podTemplate"));
        return pods;
    }

    /** Returns the environment of the container of a pod. A value of the pod itself, such as its name, is {@code 10.0.0.7}. */
    static Map<String, String> environment(JsonNode pod) {
        Map<String, String> environment = new TreeMap<>();
        pod.at("/spec/containers/0/env")
                .forEach(variable -> environment.put(
                        variable.path("name").asText(),
                        variable.has("value") ? variable.path("value").asText() : "10.0.0.7"));
        return environment;
    }
}
