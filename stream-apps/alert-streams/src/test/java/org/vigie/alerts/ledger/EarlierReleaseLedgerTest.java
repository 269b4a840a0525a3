package org.vigie.alerts.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.vigie.platform.command.CommandRunner;

/** Tests that the ledger of every release can be verified. Release 0.1.0 wrote the file of this test. */
class EarlierReleaseLedgerTest {
    private static final Path RELEASED = Path.of("src/test/resources/org/vigie/alerts/ledger/ledger-0.1.0.avro");

    @Test
    void theLedgerOfRelease010IsStillWhole() {
        // given
        var out = new StringWriter();
        var writer = new PrintWriter(out);

        // when
        int status = CommandRunner.of(new LedgerCommand(), writer, writer).execute("verify", RELEASED.toString());

        // then
        assertThat(status).isZero();
        assertThat(out).asString().startsWith("The ledger is whole.").contains("22 entries of 3 stays");
    }
}
