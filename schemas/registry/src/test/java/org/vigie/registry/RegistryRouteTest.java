package org.vigie.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegistryRouteTest {
    private static final RegistryRoute VERSION = RegistryRoute.of("GET", "/subjects/*/versions/*", request -> "");

    @Test
    void theVariablePartsOfAPathAreArguments() {
        assertThat(VERSION.match("GET", RegistryRoute.split("/subjects/dog/versions/2")))
                .contains(List.of("dog", "2"));
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /subjects/dog/versions/2",
        "GET, /subjects/dog/versions",
        "GET, /subjects/dog/versions/2/schema",
        "GET, /subjects/dog/referencedby/2",
        "GET, /",
    })
    void anotherMethodOrPathDoesNotMatch(String method, String path) {
        assertThat(VERSION.match(method, RegistryRoute.split(path))).isEmpty();
    }

    @Test
    void slashesWithoutTextBetweenThemAreNoParts() {
        assertThat(RegistryRoute.split("//subjects/")).containsExactly("subjects");
        assertThat(RegistryRoute.split("/")).isEmpty();
    }
}
