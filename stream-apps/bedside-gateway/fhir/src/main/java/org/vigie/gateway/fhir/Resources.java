package org.vigie.gateway.fhir;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Every resource of one message with what refers to it: by full URL, by {@code Type/id} whatever stands before, by identifier, or
 * within its container by {@code #id}.
 */
final class Resources {
    private static final Pattern TYPE_AND_ID =
            Pattern.compile("(?:^|.*/)([A-Z][A-Za-z]+/[A-Za-z0-9.-]{1,64})(?:/_history/.*)?");

    /**
     * @param top what was sent on its own: a file's resource, a Bundle's entry
     * @param container the resource it is contained in, else itself
     */
    record Item(Element resource, Element container, boolean top) {}

    private final List<Item> items = new ArrayList<>();
    private final List<Element> bare = new ArrayList<>();
    private final List<Element> wrappers = new ArrayList<>();
    private final Map<String, Element> byReference = new HashMap<>();
    private final Map<String, Element> byIdentifier = new HashMap<>();

    Resources(List<Element> sent) {
        sent.forEach(resource -> add(resource, ""));
    }

    /** Every resource, Bundles and Parameters aside: those are only what holds others. */
    List<Item> items() {
        return items;
    }

    /** Entries of Bundles that hold no resource. */
    List<Element> bare() {
        return bare;
    }

    /** Bundles and Parameters. */
    List<Element> wrappers() {
        return wrappers;
    }

    private void add(Element resource, String fullUrl) {
        switch (resource.type()) {
            case "Bundle" -> {
                wrappers.add(resource);
                resource.each("entry").forEach(this::addEntry);
            }
            case "Parameters" -> {
                wrappers.add(resource);
                resource.each("parameter").forEach(this::addParameter);
            }
            default -> addTop(resource, fullUrl);
        }
    }

    private void addEntry(Element entry) {
        if (entry.get("resource").type().isEmpty()) {
            bare.add(entry);
        } else {
            add(entry.get("resource"), entry.text("fullUrl"));
        }
    }

    private void addParameter(Element parameter) {
        if (parameter.has("resource")) {
            add(parameter.get("resource"), "");
        }
        parameter.each("part").forEach(this::addParameter);
    }

    private void addTop(Element resource, String fullUrl) {
        items.add(new Item(resource, resource, true));
        name(resource, fullUrl);
        items.addAll(inside(resource));
    }

    /** What a resource contains. */
    static List<Item> inside(Element container) {
        return container.each("contained").stream()
                .map(contained -> new Item(contained, container, false))
                .toList();
    }

    private void name(Element resource, String fullUrl) {
        if (!fullUrl.isEmpty()) {
            byReference.putIfAbsent(fullUrl, resource);
            typeAndId(fullUrl).ifPresent(name -> byReference.putIfAbsent(name, resource));
        }
        if (resource.has("id")) {
            byReference.putIfAbsent(resource.type() + "/" + resource.text("id"), resource);
        }
        for (Element identifier : resource.each("identifier")) {
            byIdentifier.putIfAbsent(key(identifier), resource);
        }
    }

    private static String key(Element identifier) {
        return identifier.text("system") + "|" + identifier.text("value");
    }

    /** What {@code reference}, an element of {@code item} or of what it refers to, means; empty when it was not sent along. */
    Optional<Element> find(Element reference, Element container) {
        String text = reference.text("reference");
        if (text.startsWith("#")) {
            return container.each("contained").stream()
                    .filter(resource -> id(resource).equals(text.substring(1)))
                    .findFirst();
        }
        Element found = byReference.get(text);
        if (found == null) {
            found = typeAndId(text).map(byReference::get).orElse(null);
        }
        if (found == null && reference.has("identifier")) {
            found = byIdentifier.get(key(reference.get("identifier")));
        }
        return Optional.ofNullable(found);
    }

    /** Some write {@code "id": "#patient"} where {@code "patient"} is meant. */
    private static String id(Element contained) {
        String id = contained.text("id");
        return id.startsWith("#") ? id.substring(1) : id;
    }

    /** {@code Patient/7} of {@code https://somewhere/fhir/Patient/7/_history/2}. */
    static Optional<String> typeAndId(String reference) {
        Matcher matcher = TYPE_AND_ID.matcher(reference);
        return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
    }
}
