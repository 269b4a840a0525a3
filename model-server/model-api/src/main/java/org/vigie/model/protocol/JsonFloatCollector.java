package org.vigie.model.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;

/** Collects the numbers of a JSON array, flat or nested, in row-major order. */
final class JsonFloatCollector {
    private final String name;
    private float[] numbers = new float[64];
    private int size;

    JsonFloatCollector(String name) {
        this.name = name;
    }

    void addAll(JsonNode array) {
        for (JsonNode element : array) {
            if (element.isArray()) {
                addAll(element);
            } else if (element.isNumber()) {
                add(element.floatValue());
            } else {
                throw new InferenceProtocolException(name + ": data must be numbers, held " + element.getNodeType());
            }
        }
    }

    float[] toArray() {
        return Arrays.copyOf(numbers, size);
    }

    private void add(float number) {
        if (size == numbers.length) {
            numbers = Arrays.copyOf(numbers, 2 * size);
        }
        numbers[size++] = number;
    }
}
