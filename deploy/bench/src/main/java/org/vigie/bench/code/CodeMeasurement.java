package org.vigie.bench.code;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Counts what {@code docs/code.md} describes. */
final class CodeMeasurement {
    /** A file of more lines is listed. */
    static final int LONG_FILE = 300;

    private static final int JAVADOCS_DRAWN = 10;

    private final SourceTree tree;
    private final MainCode code;
    private final List<TypeDeclaration> types;
    private final List<TypeDeclaration> topLevel;

    /** @param code of the tree */
    CodeMeasurement(SourceTree tree, MainCode code) {
        this.tree = tree;
        this.code = code;
        this.types = code.types();
        this.topLevel = code.topLevelTypes();
    }

    /**
     * Measures the code.
     *
     * @param seed which Javadocs are drawn
     */
    CodeReport report(long seed) {
        return new CodeReport(
                measures(),
                tree.modules().stream().map(ModuleSize::of).toList(),
                code.namesUsedTwice(),
                longFiles().map(file -> file.path() + ": " + file.lines()).toList(),
                listed(type -> !type.documented()),
                listed(CodeMeasurement::isWithoutVerb),
                drawn(seed));
    }

    private List<CodeMeasure> measures() {
        return Stream.of(sizes(), names(), kinds(), lengths())
                .flatMap(List::stream)
                .toList();
    }

    private static boolean isWithoutVerb(TypeDeclaration type) {
        return type.documented() && !type.isDescribedByASentence();
    }

    private List<String> listed(Predicate<TypeDeclaration> condition) {
        return types.stream()
                .filter(condition)
                .map(type -> type.at() + ": " + type.name())
                .toList();
    }

    private List<CodeMeasure> sizes() {
        long main = lines(SourceModule::main);
        long test = lines(SourceModule::test);
        return List.of(
                CodeMeasure.count("modules", "modules", tree.modules().size()),
                CodeMeasure.count("files", "files", code.files().size()),
                CodeMeasure.count("main_lines", "lines", main),
                CodeMeasure.count("test_lines", "lines of tests", test),
                CodeMeasure.ratio("test_lines_per_main_line", "lines of tests per line", test, main),
                CodeMeasure.count("types_top_level", "types, top-level", topLevel.size()),
                CodeMeasure.count("types_nested", "types, nested", types.size() - topLevel.size()));
    }

    private long lines(Function<SourceModule, List<Path>> files) {
        return tree.modules().stream()
                .mapToLong(module -> SourceModule.lines(files.apply(module)))
                .sum();
    }

    private List<CodeMeasure> names() {
        return List.of(
                oneWord("one_word_names", "names of one word", types).atMost(15),
                oneWord("one_word_names_top_level", "names of one word, top-level types", topLevel),
                twice("names_used_twice", "names used twice", code.namesUsedTwice(), types)
                        .atMost(2),
                twice(
                        "names_used_twice_top_level",
                        "names used twice, top-level types",
                        code.topLevelNamesUsedTwice(),
                        topLevel));
    }

    private static CodeMeasure oneWord(String key, String name, List<TypeDeclaration> types) {
        List<TypeDeclaration> named =
                types.stream().filter(type -> !type.isEntryPoint()).toList();
        return CodeMeasure.percent(key, name, count(named, TypeDeclaration::hasOneWordName), named.size());
    }

    private CodeMeasure twice(String key, String name, Map<String, ?> twice, List<TypeDeclaration> among) {
        return CodeMeasure.percent(key, name, twice.size(), code.names(among));
    }

    private List<CodeMeasure> kinds() {
        return List.of(
                CodeMeasure.percent(
                                "static_utilities",
                                "static utility classes",
                                count(types, TypeDeclaration::utility),
                                types.size())
                        .atMost(8),
                withoutJavadoc("types_without_javadoc", "types without Javadoc", types)
                        .atMost(0),
                withoutJavadoc("types_without_javadoc_top_level", "types without Javadoc, top-level types", topLevel),
                CodeMeasure.percent(
                                "types_without_verb",
                                "types whose Javadoc begins without a verb",
                                count(types, CodeMeasurement::isWithoutVerb),
                                types.size())
                        .atMost(6));
    }

    private static CodeMeasure withoutJavadoc(String key, String name, List<TypeDeclaration> types) {
        return CodeMeasure.count(key, name, count(types, type -> !type.documented()));
    }

    private List<CodeMeasure> lengths() {
        return Stream.concat(fileLengths().stream(), methodLengths().stream()).toList();
    }

    private List<CodeMeasure> fileLengths() {
        var files = LineCounts.of(code.files().stream().map(SourceFile::lines).toList());
        return List.of(
                CodeMeasure.count("file_lines_p50", "lines per file, median", files.p50()),
                CodeMeasure.count("file_lines_p90", "lines per file, 90th percentile", files.p90())
                        .atMost(130),
                CodeMeasure.count("file_lines_max", "lines per file, longest", files.max()),
                CodeMeasure.count(
                        "files_over_300_lines",
                        "files over 300 lines",
                        longFiles().count()));
    }

    private List<CodeMeasure> methodLengths() {
        var methods = LineCounts.of(code.files().stream()
                .flatMap(file -> file.methodLines().stream())
                .toList());
        return List.of(
                CodeMeasure.count("method_lines_p50", "lines per method, median", methods.p50()),
                CodeMeasure.count("method_lines_p90", "lines per method, 90th percentile", methods.p90())
                        .atMost(12),
                CodeMeasure.count("method_lines_max", "lines per method, longest", methods.max()));
    }

    private Stream<SourceFile> longFiles() {
        return code.files().stream().filter(file -> file.lines() > LONG_FILE);
    }

    private List<JavadocComment> drawn(long seed) {
        List<JavadocComment> all = new ArrayList<>(
                code.files().stream().flatMap(file -> file.javadocs().stream()).toList());
        Collections.shuffle(all, new Random(seed));
        return all.subList(0, Math.min(JAVADOCS_DRAWN, all.size()));
    }

    private static long count(List<TypeDeclaration> types, Predicate<TypeDeclaration> condition) {
        return types.stream().filter(condition).count();
    }
}
