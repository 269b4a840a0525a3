package org.vigie.grafana;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class GrafanaMacrosTest {
    private final GrafanaMacros macros =
            new GrafanaMacros(Instant.EPOCH, Instant.ofEpochSecond(1), Duration.ofSeconds(10), "L'Hay/1");

    @Test
    void macrosAndVariablesOfSqlAreExpandedAsGrafanaDoes() {
        assertThat(macros.expand("WHERE $__timeFilter(time) AND bed = ${bed:sqlstring} SAMPLE BY $__interval"))
                .isEqualTo("WHERE time BETWEEN '1970-01-01T00:00:00Z' AND '1970-01-01T00:00:01Z'"
                        + " AND bed = 'L''Hay/1' SAMPLE BY 10s");
    }

    @Test
    void macrosAndVariablesOfInfluxQlAreExpandedAsGrafanaDoes() {
        assertThat(macros.expand("WHERE $timeFilter AND bed =~ /^${bed:regex}$/ GROUP BY time($__interval)"))
                .isEqualTo("WHERE time >= 0ms and time <= 1000ms AND bed =~ /^L'Hay\\/1$/ GROUP BY time(10s)");
    }

    @Test
    void theEndOfTheRangeIsExpandedAsGrafanaDoes() {
        assertThat(macros.expand("time <= $__timeTo()::timestamp"))
                .isEqualTo("time <= '1970-01-01T00:00:01Z'::timestamp");
        assertThat(macros.expand("time <= ${__to}ms")).isEqualTo("time <= 1000ms");
    }

    @Test
    void aMacroThatDoesNotExistIsRefused() {
        assertThatThrownBy(() -> macros.expand("SELECT $__wrong(time)")).hasMessageContaining("$__wrong");
    }
}
