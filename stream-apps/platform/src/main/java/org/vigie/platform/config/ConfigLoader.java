package org.vigie.platform.config;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads a record tree from, in rising order of force: the record's {@code static defaults()}, a YAML file, environment variables.
 *
 * <p>The variable of {@code alert.holdTime} is {@code VIGIE_ALERT_HOLD_TIME}; its value is read as YAML. A secret can lie in a file:
 * {@code VIGIE_FHIR_TOKEN_FILE} names the file that holds the value of {@code fhir.token}, and {@code VIGIE_FHIR_TOKEN_COMMAND} a command that prints it.
 */
public final class ConfigLoader {
    private static final ObjectMapper YAML = YAMLMapper.builder()
            .addModule(new Jdk8Module())
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .defaultSetterInfo(JsonSetter.Value.forContentNulls(Nulls.FAIL))
            .build();

    private final List<String> problems = new ArrayList<>();
    private final EnvironmentOverrides overrides;

    private ConfigLoader(Map<String, String> environment) {
        overrides = new EnvironmentOverrides(YAML, environment, problems);
    }

    /**
     * Reads, overrides and validates.
     *
     * @throws InvalidConfigException naming every problem found: unknown or missing key, value that does not fit, broken rule
     */
    public static <T extends Record> T load(Optional<Path> file, Class<T> type, Map<String, String> environment) {
        String source = file.map(Path::toString).orElse("(defaults)");
        var configLoader = new ConfigLoader(environment);
        JsonNode tree = file.map(path -> configLoader.read(path)).orElseGet(JsonNodeFactory.instance::objectNode);
        Optional<T> record = configLoader.problems.isEmpty()
                ? configLoader.record("", type, tree, defaults(type))
                : Optional.empty();
        return record.orElseThrow(() -> new InvalidConfigException(source, configLoader.problems));
    }

    private JsonNode read(Path file) {
        try {
            return keysAndValues(YAML.readTree(file.toFile()));
        } catch (JsonProcessingException e) {
            problems.add("line " + e.getLocation().getLineNr() + ": " + e.getOriginalMessage());
        } catch (IOException e) {
            problems.add("cannot be read: " + e.getMessage());
        }
        return JsonNodeFactory.instance.objectNode();
    }

    /** Accepts an object, and an empty file as an object without keys. */
    private JsonNode keysAndValues(JsonNode tree) {
        if (tree.isObject()) {
            return tree;
        }
        if (!tree.isMissingNode() && !tree.isNull()) {
            problems.add("must hold keys and values, was " + tree.getNodeType());
        }
        return JsonNodeFactory.instance.objectNode();
    }

    /** @return empty when there were problems */
    private <T extends Record> Optional<T> record(String path, Class<T> type, JsonNode tree, JsonNode defaults) {
        int before = problems.size();
        RecordComponent[] components = type.getRecordComponents();
        refuseUnknownKeys(path, tree, components);
        Object[] values = Arrays.stream(components)
                .map(component -> value(join(path, component.getName()), component, tree, defaults))
                .toArray();
        return problems.size() == before ? construct(path, type, values) : Optional.empty();
    }

    private void refuseUnknownKeys(String path, JsonNode tree, RecordComponent[] components) {
        List<String> known =
                Arrays.stream(components).map(RecordComponent::getName).toList();
        tree.fieldNames().forEachRemaining(key -> {
            if (!known.contains(key)) {
                problems.add(join(path, key) + ": unknown key, expected one of " + known);
            }
        });
    }

    private @Nullable Object value(String path, RecordComponent component, JsonNode tree, JsonNode defaults) {
        JsonNode stated = tree.path(component.getName());
        JsonNode assumed = defaults.path(component.getName());
        if (component.getType().isRecord()) {
            return nested(path, component.getType().asSubclass(Record.class), stated, assumed);
        }
        JsonNode node = overrides.value(path).orElse(stated.isMissingNode() ? assumed : stated);
        if (isMissing(path, component, node)) {
            return null;
        }
        return convert(path, component, node);
    }

    private boolean isMissing(String path, RecordComponent component, JsonNode node) {
        boolean isMissing = (node.isMissingNode() || node.isNull()) && component.getType() != Optional.class;
        if (isMissing) {
            problems.add(path + (node.isNull() ? ": has no value; write one, or remove the key" : ": is missing"));
        }
        return isMissing;
    }

    private @Nullable Object nested(String path, Class<? extends Record> type, JsonNode stated, JsonNode assumed) {
        if (!stated.isMissingNode() && !stated.isObject()) {
            problems.add(path + ": must hold keys and values, was " + stated);
        }
        return record(path, type, stated, assumed.isMissingNode() ? defaults(type) : assumed)
                .orElse(null);
    }

    private @Nullable Object convert(String path, RecordComponent component, JsonNode node) {
        try {
            JsonNode present = node.isMissingNode() ? JsonNodeFactory.instance.nullNode() : node;
            return YAML.readerFor(YAML.constructType(component.getGenericType()))
                    .readValue(present);
        } catch (ValueInstantiationException e) {
            problems.add(message(path, e.getCause() == null ? e : e.getCause()));
            return null;
        } catch (IOException e) {
            problems.add(path + ": must be " + new ConfigValueForm(component.getType()).text() + ", was " + node);
            return null;
        }
    }

    private <T extends Record> Optional<T> construct(String path, Class<T> type, Object... values) {
        try {
            return Optional.of(new ConfigRecordType<>(type).construct(values));
        } catch (InvocationTargetException e) {
            problems.add(message(path, e.getTargetException()));
            return Optional.empty();
        }
    }

    private static String message(String path, Throwable broken) {
        String message = String.valueOf(broken.getMessage());
        return path.isEmpty() || message.startsWith(path) ? message : path + ": " + message;
    }

    private static JsonNode defaults(Class<? extends Record> type) {
        return new ConfigRecordType<>(type)
                .defaults()
                .<JsonNode>map(YAML::valueToTree)
                .orElseGet(JsonNodeFactory.instance::objectNode);
    }

    private static String join(String path, String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    /** Returns the name of the environment variable that overrides a key: {@code VIGIE_MLLP_PORT} of {@code mllp.port}. */
    public static String environmentVariable(String path) {
        return "VIGIE_"
                + path.replaceAll("([a-z0-9])([A-Z])", "$1_$2")
                        .replace('.', '_')
                        .toUpperCase(Locale.ROOT);
    }
}
