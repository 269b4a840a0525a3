package org.vigie.grafana;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GrafanaMacrosTest {
    @Test
    void macrosAndVariablesAreExpandedAsGrafanaDoes() {
        assertThat(expand("WHERE $__timeFilter(time) AND bed = ${bed:sqlstring} SAMPLE BY $__interval"))
                .isEqualTo("WHERE time BETWEEN '1970-01-01T00:00:00Z' AND '1970-01-01T00:00:01Z'"
                        + " AND bed = 'L''Hay/1' SAMPLE BY 10s");
        assertThat(expand("$__timeFrom() $__timeTo()")).isEqualTo("'1970-01-01T00:00:00Z' '1970-01-01T00:00:01Z'");
    }

    @Test
    void aMacroThatDoesNotExistIsRefused() {
        assertThatThrownBy(() -> expand("SELECT $__wrong(time)")).hasMessageContaining("$__wrong");
    }

    private static String expand(String sql) {
        return GrafanaMacros.expand(
                sql, Instant.EPOCH, Instant.ofEpochSecond(1), Duration.ofSeconds(10), Map.of("bed", "L'Hay/1"));
    }
}
