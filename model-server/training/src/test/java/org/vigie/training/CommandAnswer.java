package org.vigie.training;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.vigie.platform.command.CommandRunner;

/** Runs a command and parses its standard output. */
public final class CommandAnswer {
    private CommandAnswer() {}

    /** Returns the only JSON value on standard output of a command that did its work. */
    public static JsonNode json(Object command, String... arguments) throws IOException {
        var out = new StringWriter();
        var err = new StringWriter();
        int code = CommandRunner.of(command, new PrintWriter(out), new PrintWriter(err))
                .execute(arguments);
        assertThat(code).as(err.toString()).isEqualTo(CommandRunner.DONE);
        return new ObjectMapper()
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .readTree(out.toString());
    }
}
