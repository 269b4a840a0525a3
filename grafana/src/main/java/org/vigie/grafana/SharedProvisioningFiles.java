package org.vigie.grafana;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Copies the provisioning files that need no generation, so that each store has a complete folder of its own. */
final class SharedProvisioningFiles {
    private static final String HEAD = "# Copied from grafana/model/provisioning by GeneratedFilesTest. Do not edit.\n";

    private final Path folder;

    /** @param model folder of the panel model */
    SharedProvisioningFiles(Path model) {
        folder = model.resolve("provisioning");
    }

    /** Returns the text of each file by its path under the folder of the module. */
    Map<String, String> texts(DashboardStore store) {
        Map<String, String> texts = new TreeMap<>();
        for (String part : List.of("common", store.folder())) {
            Path root = folder.resolve(part);
            for (Path file : files(root)) {
                texts.put("provisioning/" + store.folder() + "/" + root.relativize(file), HEAD + text(file));
            }
        }
        return texts;
    }

    private static List<Path> files(Path root) {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(Files::isRegularFile).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
