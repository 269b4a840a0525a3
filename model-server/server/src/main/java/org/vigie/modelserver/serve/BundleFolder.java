package org.vigie.modelserver.serve;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Describes the place of a bundle below the folder of models: {@code <name>/<version>/}. */
record BundleFolder(String name, String version) {
    /** Lists the models that have a folder, in the order of their names. */
    static List<String> models(Path folder) {
        return folders(folder);
    }

    /** Lists the bundles of one model, in the order of their names. */
    static List<BundleFolder> ofModel(Path folder, String model) {
        return folders(folder.resolve(model)).stream()
                .map(version -> new BundleFolder(model, version))
                .toList();
    }

    Path in(Path folder) {
        return folder.resolve(name).resolve(version);
    }

    /** Returns name and version, as they stand in messages. */
    String key() {
        return name + "/" + version;
    }

    private static List<String> folders(Path parent) {
        try (Stream<Path> children = Files.list(parent)) {
            return children.filter(Files::isDirectory)
                    .map(child -> child.getFileName().toString())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
