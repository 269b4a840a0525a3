package org.vigie.bench.code;

import java.util.List;

/**
 * Describes what the parser found in one Java file.
 *
 * @param path relative to the root of the checkout
 * @param lines all of them, blank lines and comments too
 * @param types named types, nested and local ones too
 * @param methodLines lines of each method and constructor with a body, from its modifiers to its closing brace
 * @param javadocs of types, methods and fields
 */
record SourceFile(
        String path, int lines, List<TypeDeclaration> types, List<Integer> methodLines, List<JavadocComment> javadocs) {
    SourceFile {
        types = List.copyOf(types);
        methodLines = List.copyOf(methodLines);
        javadocs = List.copyOf(javadocs);
    }

    boolean isPackageInfo() {
        return path.endsWith("/package-info.java");
    }
}
