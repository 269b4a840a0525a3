package org.vigie.platform.config;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds the environment variable that overrides a key, or the file or the command that such a variable names.
 *
 * @param problems collects the files that cannot be read, and the commands that fail
 */
record EnvironmentOverrides(ObjectMapper yaml, Map<String, String> environment, List<String> problems) {
    /** Ends the variable that names a file with the value of a key, as containers hand over their secrets. */
    private static final String IN_A_FILE = "_FILE";
    /** Ends the variable that names a command which prints the value of a key, as a vault hands over its secrets. */
    private static final String BY_A_COMMAND = "_COMMAND";

    private static final Duration LONGEST = Duration.ofSeconds(30);

    /**
     * Returns the value of a key: YAML of its variable, else the text of the file that its variable with {@code _FILE} names, else what the
     * command of its variable with {@code _COMMAND} prints.
     */
    Optional<JsonNode> value(String path) {
        String variable = ConfigLoader.environmentVariable(path);
        return Optional.ofNullable(environment.get(variable))
                .map(this::parsed)
                .or(() -> inAFile(path, variable))
                .or(() -> byACommand(path, variable));
    }

    private JsonNode parsed(String text) {
        try {
            return yaml.readTree(text);
        } catch (JsonProcessingException e) {
            return JsonNodeFactory.instance.textNode(text);
        }
    }

    private Optional<JsonNode> inAFile(String path, String variable) {
        return Optional.ofNullable(environment.get(variable + IN_A_FILE))
                .filter(file -> !file.isBlank())
                .flatMap(file -> text(path, variable, file))
                .map(JsonNodeFactory.instance::textNode);
    }

    private Optional<JsonNode> byACommand(String path, String variable) {
        return Optional.ofNullable(environment.get(variable + BY_A_COMMAND))
                .filter(command -> !command.isBlank())
                .flatMap(command -> printed(path, variable, command))
                .map(JsonNodeFactory.instance::textNode);
    }

    private Optional<String> printed(String path, String variable, String command) {
        Optional<String> printed = new CommandOutput(command, LONGEST).read();
        if (printed.isEmpty()) {
            problems.add(path + ": " + variable + BY_A_COMMAND
                    + " must be a command that prints the value and ends with 0 within 30 s");
        }
        return printed;
    }

    private Optional<String> text(String path, String variable, String file) {
        try {
            return Optional.of(Files.readString(Path.of(file)).strip());
        } catch (IOException e) {
            problems.add(path + ": " + variable + IN_A_FILE + " must name a file that can be read, was " + file);
            return Optional.empty();
        }
    }
}
