package org.vigie.bench.code;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.StreamSupport;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Reads Java files with the parser of the JDK's own compiler; nothing is compiled. */
final class SourceParser {
    private final Path root;
    private final JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    private final DiagnosticCollector<JavaFileObject> problems = new DiagnosticCollector<>();

    /** @param root folder that the paths of the results are relative to */
    SourceParser(Path root) {
        this.root = root;
    }

    /** @throws IllegalArgumentException when a file is not Java */
    List<SourceFile> parse(List<Path> files) {
        if (files.isEmpty()) {
            return List.of();
        }
        try (StandardJavaFileManager manager =
                compiler.getStandardFileManager(problems, Locale.ROOT, StandardCharsets.UTF_8)) {
            var task = (JavacTask) compiler.getTask(
                    null, manager, problems, List.of("-proc:none"), null, manager.getJavaFileObjectsFromPaths(files));
            return read(task);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<SourceFile> read(JavacTask task) throws IOException {
        Iterable<? extends CompilationUnitTree> units = task.parse();
        refuseErrors();
        var trees = Trees.instance(task);
        return StreamSupport.stream(units.spliterator(), false)
                .map(unit -> new SourceFileReader(root, unit, trees).read())
                .toList();
    }

    private void refuseErrors() {
        problems.getDiagnostics().stream()
                .filter(problem -> problem.getKind() == Diagnostic.Kind.ERROR)
                .findFirst()
                .ifPresent(problem -> {
                    throw new IllegalArgumentException(problem.toString());
                });
    }
}
