package org.vigie.station.web;

import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.BeanPropertyDefinition;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Derives the JSON Schemas of the API from the records that the station writes: names and types as Jackson writes them, descriptions from the Javadoc.
 * A field is optional when its type can be absent (a boxed number) or when its Javadoc says when it is absent.
 */
final class SnapshotSchemas {
    private static final String REFERENCE = "#/components/schemas/";
    private static final Set<Class<?>> WHOLE = Set.of(int.class, long.class, Integer.class, Long.class);
    private static final Set<Class<?>> OPTIONAL = Set.of(Integer.class, Long.class, Double.class, Boolean.class);

    private final ObjectMapper mapper = new ObjectMapper();
    private final JsonNodeFactory nodes = JsonNodeFactory.instance;
    private final Map<String, ObjectNode> schemas = new TreeMap<>();

    /** Adds a type and all types of its fields. */
    SnapshotSchemas with(Class<?> root) {
        reference(mapper.constructType(root));
        return this;
    }

    /** Returns the schemas by the name of their type. */
    ObjectNode schemas() {
        ObjectNode all = nodes.objectNode();
        schemas.forEach(all::set);
        return all;
    }

    private ObjectNode reference(JavaType type) {
        String name = type.getRawClass().getSimpleName();
        if (!schemas.containsKey(name)) {
            schemas.put(name, nodes.objectNode());
            schemas.put(name, object(type));
        }
        return nodes.objectNode().put("$ref", REFERENCE + name);
    }

    private ObjectNode object(JavaType type) {
        ObjectNode schema = nodes.objectNode();
        String summary = RecordJavadoc.of(type.getRawClass()).summary();
        if (!summary.isEmpty()) {
            schema.put("description", summary);
        }
        schema.put("type", "object");
        schema.put("additionalProperties", false);
        schema.putArray("required");
        addFields(type, schema, schema.putObject("properties"));
        return schema;
    }

    private void addFields(JavaType type, ObjectNode schema, ObjectNode fields) {
        var config = mapper.getSerializationConfig();
        RecordJavadoc javadoc = RecordJavadoc.of(type.getRawClass());
        for (BeanPropertyDefinition field : config.introspect(type).findProperties()) {
            boolean flat =
                    config.getAnnotationIntrospector().findUnwrappingNameTransformer(field.getPrimaryMember()) != null;
            if (flat) {
                addFields(field.getPrimaryType(), schema, fields);
            } else {
                addField(field, javadoc.component(field.getName()), schema, fields);
            }
        }
    }

    private void addField(BeanPropertyDefinition field, String says, ObjectNode schema, ObjectNode fields) {
        ObjectNode described = schema(field.getPrimaryType());
        if (!says.isEmpty()) {
            described.put("description", says);
        }
        fields.set(field.getName(), described);
        if (!OPTIONAL.contains(field.getPrimaryType().getRawClass()) && !says.contains("absent")) {
            schema.withArray("required").add(field.getName());
        }
    }

    private ObjectNode schema(JavaType type) {
        Class<?> raw = type.getRawClass();
        if (type.isCollectionLikeType()) {
            return typed("array").set("items", schema(type.getContentType()));
        }
        if (type.isMapLikeType()) {
            return typed("object").set("additionalProperties", schema(type.getContentType()));
        }
        if (raw.isEnum()) {
            ObjectNode words = typed("string");
            Arrays.stream(raw.getEnumConstants())
                    .forEach(each -> words.withArray("enum").add(((Enum<?>) each).name()));
            return words;
        }
        return raw.isRecord() ? reference(type) : simple(raw);
    }

    private ObjectNode simple(Class<?> raw) {
        if (raw == String.class) {
            return typed("string");
        }
        if (raw == boolean.class || raw == Boolean.class) {
            return typed("boolean");
        }
        return typed(WHOLE.contains(raw) ? "integer" : "number");
    }

    private ObjectNode typed(String type) {
        return nodes.objectNode().put("type", type);
    }
}
