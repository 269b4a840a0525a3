package org.vigie.bench.code;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Modifier;

/** Collects the types, methods and Javadocs of one parsed file. */
final class SourceFileReader extends TreePathScanner<Void, Void> {
    private final Path root;
    private final CompilationUnitTree unit;
    private final Trees trees;
    private final List<TypeDeclaration> types = new ArrayList<>();
    private final List<Integer> methodLines = new ArrayList<>();
    private final List<JavadocComment> javadocs = new ArrayList<>();

    SourceFileReader(Path root, CompilationUnitTree unit, Trees trees) {
        this.root = root;
        this.unit = unit;
        this.trees = trees;
    }

    SourceFile read() {
        scan(unit, null);
        return new SourceFile(path(), lines(), types, methodLines, javadocs);
    }

    @Override
    public Void visitClass(ClassTree type, Void nothing) {
        String name = type.getSimpleName().toString();
        boolean isAnonymous = name.isEmpty();
        if (!isAnonymous) {
            types.add(new TypeDeclaration(
                    name,
                    at(type),
                    getCurrentPath().getParentPath().getLeaf() != unit,
                    isPublic(type),
                    new StaticMembers(type).areAll(),
                    javadoc(type, name).orElse("")));
        }
        return super.visitClass(type, null);
    }

    @Override
    public Void visitMethod(MethodTree method, Void nothing) {
        if (method.getBody() != null) {
            methodLines.add((int) (line(end(method)) - line(start(method)) + 1));
        }
        var unused = javadoc(method, method.getName().toString());
        return super.visitMethod(method, null);
    }

    @Override
    public Void visitVariable(VariableTree variable, Void nothing) {
        var unused = javadoc(variable, variable.getName().toString());
        return super.visitVariable(variable, null);
    }

    /** Returns true for a public type; a member of an interface is public too. */
    private boolean isPublic(ClassTree type) {
        return type.getModifiers().getFlags().contains(Modifier.PUBLIC)
                || getCurrentPath().getParentPath().getLeaf().getKind() == Tree.Kind.INTERFACE;
    }

    /** Keeps a declaration's Javadoc, when it has one. */
    private Optional<String> javadoc(Tree declaration, String name) {
        Optional<String> text = Optional.ofNullable(trees.getDocComment(getCurrentPath()))
                .map(comment -> comment.strip().replaceAll("\\s+", " "))
                .filter(comment -> !comment.isEmpty());
        text.ifPresent(comment -> javadocs.add(new JavadocComment(at(declaration), name, comment)));
        return text;
    }

    private String at(Tree declaration) {
        return path() + ":" + line(start(declaration));
    }

    private String path() {
        Path file = Path.of(unit.getSourceFile().toUri());
        return root.toAbsolutePath().normalize().relativize(file).toString().replace('\\', '/');
    }

    private int lines() {
        try {
            return (int)
                    unit.getSourceFile().getCharContent(true).toString().lines().count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private long start(Tree tree) {
        return trees.getSourcePositions().getStartPosition(unit, tree);
    }

    private long end(Tree tree) {
        return trees.getSourcePositions().getEndPosition(unit, tree);
    }

    private long line(long position) {
        return unit.getLineMap().getLineNumber(position);
    }
}
