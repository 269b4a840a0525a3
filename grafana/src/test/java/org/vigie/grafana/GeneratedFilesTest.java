package org.vigie.grafana;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Compares the shipped files with those that the panel model generates. */
class GeneratedFilesTest {
    private static final List<String> FOLDERS = List.of("dashboards", "playlists", "provisioning");
    private static final Map<String, String> GENERATED = new GeneratedFiles(ShippedDashboards.GRAFANA).texts();

    /** {@code -Dvigie.write.docs=true} writes the files again. */
    @BeforeAll
    static void writeWhenAsked() throws IOException {
        if (Boolean.getBoolean("vigie.write.docs")) {
            for (var file : GENERATED.entrySet()) {
                Path target = ShippedDashboards.GRAFANA.resolve(file.getKey());
                Files.createDirectories(target.getParent());
                Files.writeString(target, file.getValue());
            }
        }
    }

    @Test
    void everyShippedFileIsWhatTheModelGenerates() {
        assertThat(GENERATED)
                .allSatisfy((file, text) -> assertThat(ShippedDashboards.GRAFANA.resolve(file))
                        .as("write it again with -Dvigie.write.docs=true")
                        .hasContent(text));
    }

    @Test
    void noShippedFileIsLeftOver() throws IOException {
        // when
        var shipped = new TreeSet<String>();
        for (String folder : FOLDERS) {
            try (Stream<Path> files = Files.walk(ShippedDashboards.GRAFANA.resolve(folder))) {
                files.filter(Files::isRegularFile)
                        .map(file -> ShippedDashboards.GRAFANA.relativize(file).toString())
                        .forEach(shipped::add);
            }
        }

        // then
        assertThat(shipped).isEqualTo(GENERATED.keySet());
    }

    @Test
    void bothLanguagesHaveTheSamePanelsAndQueriesOfTheSameShape() {
        for (DashboardStore store : DashboardStore.values()) {
            for (String file : ShippedDashboards.dashboards(store)) {
                String other = file.replace("/fr/", "/en/");
                assertThat(ShippedDashboards.dashboard(file).get("panels"))
                        .as(file)
                        .hasSameSizeAs(ShippedDashboards.dashboard(other).get("panels"));
            }
        }
    }
}
