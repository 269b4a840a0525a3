package org.vigie.platform.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.common.config.provider.EnvVarConfigProvider;

/**
 * Puts secrets in place of their references: {@code ${file:PATH}}, {@code ${env:NAME}} and {@code ${command:LINE}}. References to other
 * providers, such as Kafka's own, stay as they are.
 */
record SecretReferences(Map<String, String> environment) {
    private static final Pattern OWN = Pattern.compile("\\$\\{(file|env|command):([^}]+)}");
    private static final Pattern ANY = Pattern.compile("\\$\\{[^}]+}");
    private static final Duration LONGEST = Duration.ofSeconds(30);

    /** Returns references whose variables are those of this process. A configuration names the ones that it wants. */
    static SecretReferences ofProcess() {
        var variables = new EnvVarConfigProvider();
        variables.configure(Map.of());
        return new SecretReferences(variables.get("").data());
    }

    /** Returns true when a text is a reference and nothing else. */
    static boolean isReference(String text) {
        return ANY.matcher(text).matches();
    }

    /** Returns true when a text holds a reference, or nothing. */
    static boolean isNamed(String text) {
        return text.isEmpty() || ANY.matcher(text).find();
    }

    /** @throws IllegalStateException when a reference gives no secret, with the key and the reference */
    String resolved(String key, String text) {
        return OWN.matcher(text).replaceAll(reference -> Matcher.quoteReplacement(secret(key, reference)));
    }

    /** Returns the secrets of the files and variables that a text names; a command is not run for this. A secret that is missing is empty. */
    List<String> contents(String text) {
        return OWN.matcher(text)
                .results()
                .filter(reference -> !reference.group(1).equals("command"))
                .map(reference -> read(reference.group(1), reference.group(2)).orElse(""))
                .toList();
    }

    private String secret(String key, MatchResult reference) {
        return read(reference.group(1), reference.group(2))
                .filter(secret -> !secret.isBlank())
                .orElseThrow(() -> new IllegalStateException(
                        key + ": " + reference.group() + " must give a secret, but gave none"));
    }

    private Optional<String> read(String kind, String name) {
        return switch (kind) {
            case "file" -> contentOf(Path.of(name));
            case "env" -> Optional.ofNullable(environment.get(name));
            default -> new CommandOutput(name, LONGEST).read();
        };
    }

    private static Optional<String> contentOf(Path file) {
        try {
            return Optional.of(Files.readString(file).strip());
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
