package org.vigie.manifests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** Tests the alert rules with Prometheus' own promtool, and compares them with the runbook and with the metrics in the code. */
class AlertRulesTest {
    private static final Path FOLDER = ManifestFiles.DEPLOY.resolve("prometheus");
    private static final Path PROMTOOL = Path.of("/usr/bin/promtool");
    private static final Pattern METRIC =
            Pattern.compile("\\b(?:vigie|flink|node|kubelet|probe|certmanager|strimzi|kube|kafka)_[a-zA-Z_]+|\\bup\\b");

    private final String runbook = ManifestFiles.text(ManifestFiles.REPOSITORY.resolve("docs/runbook.md"));

    @Test
    void everyAlertFiresOnItsDataAndNoneOnAWardThatWorks() throws Exception {
        assertThat(PROMTOOL).as("install it: apt install prometheus").isExecutable();

        // when
        Process promtool = new ProcessBuilder(PROMTOOL.toString(), "test", "rules", "vigie-rules-test.yaml")
                .directory(FOLDER.toFile())
                .redirectErrorStream(true)
                .start();
        String output = new String(promtool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        // then
        assertThat(promtool.waitFor()).as(output).isZero();
    }

    @Test
    void everyAlertHasDataOnWhichItMustFire() {
        // when
        Set<String> tested = found("alertname=\"(\\w+)\"", ManifestFiles.text(FOLDER.resolve("vigie-rules-test.yaml")));

        // then
        assertThat(tested).isEqualTo(alerts());
    }

    @Test
    void everyAlertHasItsSectionInTheRunbook() {
        assertThat(found("(?m)^## (Vigie\\w+)$", runbook)).isEqualTo(alerts());
    }

    @Test
    void everyAlertGoesToTheOperators() {
        rules().forEach(rule -> {
            assertThat(rule.at("/labels/team").asText()).as("%s", rule).isEqualTo("operations");
            assertThat(rule.at("/labels/severity").asText()).isIn("critical", "warning");
            assertThat(rule.at("/annotations/summary").asText()).isNotEmpty();
        });
    }

    @Test
    void everyMetricOfVigieExistsInTheCode() throws IOException {
        // given
        var inCode = new SourceMetrics();

        // when, then
        assertThat(metrics().filter(name -> name.startsWith("vigie_")))
                .isNotEmpty()
                .allMatch(inCode::contain);
    }

    @Test
    void everyOtherMetricIsInTheRunbookWithItsProgram() {
        // when
        Set<String> listed = found("`([a-z]\\w+)`", runbook.substring(runbook.indexOf("## Metrics of other programs")));

        // then
        assertThat(metrics().filter(name -> !name.startsWith("vigie_")).collect(Collectors.toSet()))
                .isEqualTo(listed);
    }

    private static Stream<JsonNode> rules() {
        JsonNode rules = ManifestFiles.yaml(FOLDER.resolve("vigie-rules.yaml")).at("/groups/0/rules");
        return StreamSupport.stream(rules.spliterator(), false);
    }

    private static Set<String> alerts() {
        return rules().map(rule -> rule.path("alert").asText()).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> metrics() {
        return rules().map(rule -> rule.path("expr").asText())
                .flatMap(expression -> METRIC.matcher(expression).results().map(found -> found.group()));
    }

    private static Set<String> found(String pattern, String text) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
