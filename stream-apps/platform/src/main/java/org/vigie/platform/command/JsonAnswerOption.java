package org.vigie.platform.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.PrintStream;
import java.io.PrintWriter;
import picocli.CommandLine.Option;

/**
 * Provides the option {@code --json} of every command whose answer a program may read. Standard output then holds JSON and nothing else.
 */
public final class JsonAnswerOption {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .addModules(new Jdk8Module(), new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    @Option(names = "--json", description = "Prints the answer as JSON, for programs.")
    boolean chosen;

    public boolean isChosen() {
        return chosen;
    }

    /** Prints one answer: the text, or with {@code --json} the value as one JSON object. */
    public void print(PrintWriter out, String text, Object value) {
        out.println(chosen ? json(value) : text);
    }

    /** Prints one answer that has no text: nothing, or with {@code --json} the value as one JSON object. */
    public void print(PrintWriter out, Object value) {
        if (chosen) {
            out.println(json(value));
        }
    }

    /** Returns where progress goes: standard output, or with {@code --json} standard error. */
    public PrintStream progress() {
        return chosen ? System.err : System.out;
    }

    /** Returns where progress goes: {@code out}, or with {@code --json} {@code err}. */
    public PrintWriter progress(PrintWriter out, PrintWriter err) {
        return chosen ? err : out;
    }

    private static String json(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The answer " + value + " cannot be written as JSON", e);
        }
    }
}
