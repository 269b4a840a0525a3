package org.vigie.bench.code;

import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Tests the rules for type names in the main code of all modules. Avro records are types too. */
class NamingRulesTest {
    private static final MainCode CODE = CheckoutSources.mainCode();

    /** The type of a term stands between backticks in the last cell of its row. */
    private static final Pattern TYPES_OF_A_TERM = Pattern.compile("(?m)^\\|.*\\|([^|]*)\\|\\s*$");

    private static final Pattern TYPE = Pattern.compile("`(?:\\w+\\.)*([A-Z]\\w*)`");

    /** Other names for configuration than the one suffix {@code Config}; {@code Configuration} reads all of them. */
    private static final Pattern CONFIGURATION_BY_ANOTHER_NAME = Pattern.compile("\\w+(Configuration|Settings)");

    @Test
    void noSimpleNameStandsForTwoTopLevelTypes() {
        assertThat(CODE.topLevelNamesUsedTwice()).isEmpty();
    }

    @Test
    void aPublicTypeWithANameOfOneWordIsATermOfTheGlossary() throws IOException {
        // given
        Set<String> terms = typesOfTheGlossary();

        // when
        // nested types too
        Set<String> others = Stream.concat(CODE.types().stream(), CODE.records().stream())
                .filter(type -> type.visible() && type.hasOneWordName() && !type.isEntryPoint())
                .map(TypeDeclaration::name)
                .filter(name -> !terms.contains(name))
                .collect(toCollection(TreeSet::new));

        // then
        assertThat(others)
                .as(
                        "a name of two words says more; else docs/GLOSSARY.md needs the term, with this type in its last column")
                .isEmpty();
    }

    @Test
    void everyTypeThatTheGlossaryNamesIsThere() throws IOException {
        // given
        Set<String> names = Stream.concat(CODE.types().stream(), CODE.records().stream())
                .map(TypeDeclaration::name)
                .collect(toSet());

        // when, then
        assertThat(typesOfTheGlossary()).hasSizeGreaterThan(50).isSubsetOf(names);
    }

    @Test
    void configurationTypesEndInConfig() {
        assertThat(CODE.types())
                .filteredOn(type ->
                        CONFIGURATION_BY_ANOTHER_NAME.matcher(type.name()).matches())
                .isEmpty();
    }

    private static Set<String> typesOfTheGlossary() throws IOException {
        String glossary = Files.readString(CheckoutSources.ROOT.resolve("docs/GLOSSARY.md"));
        return TYPES_OF_A_TERM
                .matcher(glossary)
                .results()
                .map(row -> row.group(1))
                .flatMap(cell -> TYPE.matcher(cell).results())
                .map(type -> type.group(1))
                .collect(toSet());
    }
}
