package org.vigie.bench.code;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Holds the main code of all modules, parsed.
 *
 * @param files without {@code package-info.java}
 * @param records types that an Avro schema declares; their classes are generated
 */
public record MainCode(List<SourceFile> files, List<TypeDeclaration> records) {
    private static final ObjectMapper JSON = new ObjectMapper();

    public MainCode {
        files = List.copyOf(files);
        records = List.copyOf(records);
    }

    /** Parses the main code of a checkout. */
    public static MainCode of(SourceTree tree) {
        List<Path> main = tree.modules().stream()
                .flatMap(module -> module.main().stream())
                .toList();
        List<SourceFile> files = new SourceParser(tree.root())
                .parse(main).stream().filter(file -> !file.isPackageInfo()).toList();
        List<TypeDeclaration> records = tree.modules().stream()
                .flatMap(module -> module.schemas().stream())
                .map(schema -> avroType(tree.root(), schema))
                .toList();
        return new MainCode(files, records);
    }

    /** Lists the types written in Java, nested ones too. */
    public List<TypeDeclaration> types() {
        return files.stream().flatMap(file -> file.types().stream()).toList();
    }

    /** Lists the types written in Java, without nested ones. */
    public List<TypeDeclaration> topLevelTypes() {
        return types().stream().filter(type -> !type.nested()).toList();
    }

    /** Finds simple names that stand for more than one type, nested types and Avro records included; entry points may share theirs. */
    public Map<String, List<String>> namesUsedTwice() {
        return usedTwice(types());
    }

    /** Finds simple names that stand for more than one top-level type or Avro record; entry points may share theirs. */
    public Map<String, List<String>> topLevelNamesUsedTwice() {
        return usedTwice(topLevelTypes());
    }

    /** Counts the simple names of Java types and Avro records, each once. */
    long names(List<TypeDeclaration> types) {
        return byName(types).size();
    }

    private Map<String, List<String>> usedTwice(List<TypeDeclaration> types) {
        Map<String, List<String>> twice = byName(types);
        twice.values().removeIf(places -> places.size() < 2);
        return twice;
    }

    private Map<String, List<String>> byName(List<TypeDeclaration> types) {
        return Stream.of(types, records)
                .flatMap(List::stream)
                .filter(type -> !type.isEntryPoint())
                .collect(Collectors.groupingBy(
                        TypeDeclaration::name,
                        TreeMap::new,
                        Collectors.mapping(TypeDeclaration::at, Collectors.toList())));
    }

    private static TypeDeclaration avroType(Path root, Path schema) {
        try {
            String name = JSON.readTree(schema.toFile()).path("name").asText();
            String at = root.relativize(schema).toString().replace('\\', '/') + ":1";
            return new TypeDeclaration(name, at, false, true, false, "Holds one record.");
        } catch (IOException e) {
            throw new UncheckedIOException(schema + ": is not a schema in JSON", e);
        }
    }
}
