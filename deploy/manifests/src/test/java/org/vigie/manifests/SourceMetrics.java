package org.vigie.manifests;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds the names of metrics in the main code of the repository. */
final class SourceMetrics {
    private static final Pattern NAME = Pattern.compile("\"(vigie_[a-z_]+)\"");

    private final Set<String> names = new TreeSet<>();

    SourceMetrics() throws IOException {
        try (Stream<Path> files = Files.walk(ManifestFiles.REPOSITORY)) {
            files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> file.toString().contains("/src/main/"))
                    .forEach(file -> NAME.matcher(ManifestFiles.text(file))
                            .results()
                            .forEach(found -> names.add(found.group(1))));
        }
    }

    /** @param metric as Prometheus names it; the name of a counter ends in {@code _total} there and not in the code */
    boolean contain(String metric) {
        return names.contains(metric.replaceAll("_total$", ""));
    }
}
