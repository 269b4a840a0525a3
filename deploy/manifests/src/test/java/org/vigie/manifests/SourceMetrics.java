package org.vigie.manifests;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Finds the names of metrics in the main code of the repository. */
final class SourceMetrics {
    private static final Pattern NAME = Pattern.compile("\"(vigie_[a-z_]+)\"");

    private final Set<String> names = new TreeSet<>();

    SourceMetrics() throws IOException {
        Files.walkFileTree(ManifestFiles.REPOSITORY, new MainCodeVisitor());
    }

    /** Leaves out what is built, because other modules are built at the same time: their files come and go. */
    private final class MainCodeVisitor extends SimpleFileVisitor<Path> {
        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            String name = folder.getFileName().toString();
            boolean isBuilt = name.equals("target") || name.startsWith(".");
            return isBuilt && !folder.equals(ManifestFiles.REPOSITORY)
                    ? FileVisitResult.SKIP_SUBTREE
                    : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (file.toString().endsWith(".java") && file.toString().contains("/src/main/")) {
                NAME.matcher(ManifestFiles.text(file)).results().forEach(found -> names.add(found.group(1)));
            }
            return FileVisitResult.CONTINUE;
        }
    }

    /** @param metric as Prometheus names it; the name of a counter ends in {@code _total} there and not in the code */
    boolean contain(String metric) {
        return names.contains(metric.replaceAll("_total$", ""));
    }
}
