package org.vigie.testing.classpath;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Holds the names of all classes of a class path, and the classes that the program's own ones name. */
public final class PackedClassPath {
    private static final String SUFFIX = ".class";
    private static final FileSystem JDK = FileSystems.getFileSystem(URI.create("jrt:/"));

    private final String own;
    private final Set<String> held = new HashSet<>();
    private final Map<String, Set<String>> namedBy = new TreeMap<>();

    private PackedClassPath(String own) {
        this.own = own;
    }

    /**
     * Reads the jars and folders of a class path.
     *
     * @param own prefix of the program's own classes, for example {@code org/vigie/}
     */
    public static PackedClassPath of(List<Path> entries, String own) throws IOException {
        var packed = new PackedClassPath(own);
        for (Path entry : entries) {
            packed.add(entry);
        }
        return packed;
    }

    /** Returns each class that is named and neither held nor the JDK's, with one class that names it. */
    public Map<String, String> missing() {
        Map<String, String> missing = new TreeMap<>();
        namedBy.forEach((user, names) -> names.stream()
                .filter(name -> !held.contains(name) && !isOfTheJdk(name))
                .forEach(name -> missing.put(name, user)));
        return missing;
    }

    /** Returns the number of the program's own classes. */
    public int ownClasses() {
        return namedBy.size();
    }

    private static boolean isOfTheJdk(String name) {
        int end = name.lastIndexOf('/');
        return end > 0
                && Files.exists(JDK.getPath("/packages", name.substring(0, end).replace('/', '.')));
    }

    private void add(Path entry) throws IOException {
        if (Files.isDirectory(entry)) {
            addTree(entry);
            return;
        }
        try (FileSystem jar = FileSystems.newFileSystem(entry)) {
            addTree(jar.getPath("/"));
        }
    }

    private void addTree(Path root) throws IOException {
        List<Path> classes;
        try (Stream<Path> files = Files.walk(root)) {
            classes = files.filter(file -> file.toString().endsWith(SUFFIX)).toList();
        }
        for (Path file : classes) {
            String path = root.relativize(file).toString();
            String name = path.substring(0, path.length() - SUFFIX.length());
            held.add(name);
            if (name.startsWith(own)) {
                readNames(name, file);
            }
        }
    }

    private void readNames(String name, Path file) throws IOException {
        try (InputStream content = Files.newInputStream(file)) {
            namedBy.put(name, NamedClasses.of(content));
        }
    }
}
