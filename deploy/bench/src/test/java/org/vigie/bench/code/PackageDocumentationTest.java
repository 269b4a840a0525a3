package org.vigie.bench.code;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Tests that every package of main code says what it decides, and that null is checked where it must be. */
class PackageDocumentationTest {
    /** Modules whose packages are all checked by NullAway. */
    private static final Set<String> NULL_CHECKED = Set.of(
            "schemas", "schemas/registry", "stream-apps/signal", "stream-apps/platform", "model-server/model-api");

    @Test
    void everyPackageHasItsDescription() {
        assertThat(packages(CheckoutSources.TREE.modules()))
                .hasSizeGreaterThan(100)
                .allMatch(folder -> Files.exists(folder.resolve("package-info.java")));
    }

    @Test
    void everyPackageOfTheNullCheckedModulesIsMarked() {
        // when
        List<SourceModule> checked = CheckoutSources.TREE.modules().stream()
                .filter(module -> NULL_CHECKED.contains(module.name()))
                .toList();

        // then
        assertThat(checked).hasSameSizeAs(NULL_CHECKED);
        assertThat(packages(checked))
                .allMatch(folder -> CheckoutSources.text(folder.resolve("package-info.java"))
                        .contains("\n@NullMarked\npackage "));
    }

    private static Set<Path> packages(List<SourceModule> modules) {
        Set<Path> packages = new TreeSet<>();
        modules.forEach(module -> module.main().forEach(file -> packages.add(file.getParent())));
        return packages;
    }
}
