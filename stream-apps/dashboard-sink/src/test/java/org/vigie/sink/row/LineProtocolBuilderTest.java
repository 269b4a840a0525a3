package org.vigie.sink.row;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LineProtocolBuilderTest {
    private static final Instant TIME = Instant.ofEpochMilli(1_500);

    @Test
    void aLineIsTableTagsFieldsAndTime() {
        // when
        String line = LineProtocolBuilder.of("readings")
                .tag("bed", "A3")
                .number("value", 36.5)
                .integer("raw_offset", 7)
                .text("text", "ok")
                .instant("received_at", Instant.ofEpochMilli(2))
                .at(TIME);

        // then
        assertThat(line).isEqualTo("readings,bed=A3 value=36.5,raw_offset=7i,text=\"ok\",received_at=2000t 1500000000");
    }

    @Test
    void whatEndsATagIsEscaped() {
        // when
        String line = LineProtocolBuilder.of("t")
                .tag("unit", "a b,c=d\\e\nf")
                .integer("n", 1)
                .at(TIME);

        // then
        assertThat(line).isEqualTo("t,unit=a\\ b\\,c\\=d\\\\e\\\nf n=1i 1500000000");
    }

    @Test
    void whatEndsATextIsEscaped() {
        // when
        String line = LineProtocolBuilder.of("t").text("text", "a \"b\", c=d\\").at(TIME);

        // then
        assertThat(line).isEqualTo("t text=\"a \\\"b\\\", c=d\\\\\" 1500000000");
    }

    @Test
    void whatIsNotThereIsLeftOut() {
        // when
        String line = LineProtocolBuilder.of("t")
                .tag("stay", (String) null)
                .tag("unit", "")
                .number("value", null)
                .number("risk", Double.NaN)
                .number("share", Double.POSITIVE_INFINITY)
                .text("reason", null)
                .integer("hour", null)
                .instant("cleared_at", null)
                .integer("n", 1)
                .at(TIME);

        // then
        assertThat(line).isEqualTo("t n=1i 1500000000");
    }

    @Test
    void aTimeTooFarAwayBecomesTheFarthest() {
        // when
        String line = LineProtocolBuilder.of("t")
                .instant("measured_at", Instant.ofEpochMilli(Long.MAX_VALUE))
                .at(TIME);

        // then
        assertThat(line).isEqualTo("t measured_at=" + Long.MAX_VALUE + "t 1500000000");
    }

    @Test
    void influxDbGetsFieldsForWhatMayChangeAndATimeThatHoldsTheKey() {
        // when
        String line = LineProtocolBuilder.of("cells", LineDialect.INFLUXDB, Set.of("stay", "hour"))
                .tag("bed", "A3")
                .tag("kind", "CARRIED")
                .tag("stay", "s 1\\")
                .integer("hour", 7)
                .instant("received_at", Instant.ofEpochMilli(2))
                .at(TIME);

        // then
        assertThat(line).startsWith("cells,bed=A3,stay=s\\ 1\\\\  kind=\"CARRIED\",hour=7i,received_at=2000i 1500");
        assertThat(line).doesNotEndWith(" 1500000000");
    }
}
