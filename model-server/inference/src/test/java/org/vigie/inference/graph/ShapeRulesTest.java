package org.vigie.inference.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Compares the rules of shapes with the list of allowed operations. */
class ShapeRulesTest {
    private static final Path ALLOWED = Path.of(
            System.getProperty("vigie.repository"),
            "model-server/inference/src/main/resources/org/vigie/inference/bundle/allowed-operations.txt");

    @Test
    void eachAllowedOperationHasARuleAndNoOtherOne() throws IOException {
        assertThat(ShapeRules.operations())
                .containsExactlyInAnyOrderElementsOf(Files.readAllLines(ALLOWED).stream()
                        .filter(line -> !line.isBlank() && !line.startsWith("#"))
                        .toList());
    }

    @Test
    void placesAlongAnAxisAreThoseOfPython() {
        assertThat(AxisPlaces.of(5, Optional.of(1L), Optional.of(4L), 1)).isEqualTo(new AxisPlaces(1, 1, 3));
        assertThat(AxisPlaces.of(5, Optional.of(-2L), Optional.empty(), 1)).isEqualTo(new AxisPlaces(3, 1, 2));
        assertThat(AxisPlaces.of(5, Optional.empty(), Optional.empty(), -2)).isEqualTo(new AxisPlaces(4, -2, 3));
        assertThat(AxisPlaces.of(5, Optional.of(9L), Optional.of(99L), 1).count())
                .isZero();
        assertThat(AxisPlaces.of(5, Optional.empty(), Optional.of(99L), 2)).isEqualTo(new AxisPlaces(0, 2, 3));
    }
}
