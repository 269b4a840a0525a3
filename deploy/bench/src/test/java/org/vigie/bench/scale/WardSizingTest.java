package org.vigie.bench.scale;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class WardSizingTest {
    private static final Path PAGE = Path.of(System.getProperty("vigie.repository"), "docs", "scale.md");

    @Test
    void partitionsAreAMultipleOfFourAndAtLeastFour() {
        assertThat(Stream.of(20, 200, 5_000).map(beds -> ward(beds).partitions()))
                .containsExactly(4, 8, 120);
    }

    @Test
    void aWardOfTenTimesTheBedsNeedsTenTimesTheDisk() {
        // given
        double small = (double) ward(500).figures().get("broker_disk_gib");
        // when
        double large = (double) ward(5_000).figures().get("broker_disk_gib");

        // then
        assertThat(large / small).isBetween(9.99, 10.01);
    }

    /** Each figure of the page is one that the command prints. */
    @Test
    void thePageShowsTheFiguresOfTheCommand() throws IOException {
        // when
        String page = Files.readString(PAGE);

        // then
        for (String name : ward(20).figures().keySet()) {
            String row = Stream.of(20, 200, 5_000, 50_000)
                    .map(beds -> String.valueOf(ward(beds).figures().get(name)))
                    .reduce("| `" + name + "`", (before, value) -> before + " | " + value);
            assertThat(page).contains(row + " |");
        }
    }

    private static WardSizing ward(int beds) {
        return new WardSizing(beds, MeasuredCosts.ofBenchmarks());
    }
}
