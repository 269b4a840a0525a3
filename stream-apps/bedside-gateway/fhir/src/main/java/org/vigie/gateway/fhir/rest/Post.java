package org.vigie.gateway.fhir.rest;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.vigie.gateway.codes.Digest;
import org.vigie.gateway.codes.Dropped;
import org.vigie.gateway.codes.Intake;
import org.vigie.gateway.codes.Measured;
import org.vigie.gateway.codes.Protocol;
import org.vigie.gateway.codes.Reason;
import org.vigie.gateway.codes.RefusedMessage;
import org.vigie.gateway.fhir.FhirMessage;
import org.vigie.gateway.fhir.FhirMessage.Entry;
import org.vigie.gateway.fhir.FhirReader;
import org.vigie.gateway.fhir.MalformedResource;

/** A POST from its bytes to its answer. Nothing is answered with success before the broker has all of it. */
final class Post {
    private final Supplier<FhirReader> reader;
    private final Intake intake;

    Post(Supplier<FhirReader> reader, Intake intake) {
        this.reader = reader;
        this.intake = intake;
    }

    record Reply(int status, ObjectNode body) {}

    /**
     * @param type that the address names; empty for none
     * @param bed where it was measured if the resources do not say; may be empty
     */
    Reply take(String type, byte[] body, String sender, String bed) {
        FhirMessage message;
        try {
            message = reader.get().message(body);
        } catch (MalformedResource e) {
            return refused(400, Answer.error("structure", e.getMessage()), sender, body, e.getMessage(), 0);
        }
        if (!type.isEmpty() && message.entries().stream().noneMatch(entry -> isOf(message, entry, type))) {
            String why = "resourceType: the address says " + type + ", the body is none";
            return refused(400, Answer.error("invalid", why), sender, body, why, message.readings());
        }
        if (message.isRefused()) {
            return refused(
                    422,
                    Answer.errors("required", message.errors()),
                    sender,
                    body,
                    message.errors().get(0),
                    message.readings());
        }
        return placed(message, body, sender, bed);
    }

    private Reply refused(int status, ObjectNode answer, String sender, byte[] body, String why, int readings) {
        intake.refuse(new RefusedMessage(Protocol.FHIR, sender, body, why, readings, status == 400));
        return new Reply(status, answer);
    }

    private static boolean isOf(FhirMessage message, Entry entry, String type) {
        return message.several()
                ? type.equals("Bundle") || entry.type().equals(type)
                : entry.type().equals(type);
    }

    private Reply placed(FhirMessage message, byte[] body, String sender, String bed) {
        List<Entry> entries = message.entries().stream()
                .map(entry -> entry.broken().isPresent() ? entry : placed(entry, bed))
                .map(entry -> message.bundle().equals("batch") ? alone(entry) : entry)
                .toList();
        List<Entry> taken =
                entries.stream().filter(entry -> entry.broken().isEmpty()).toList();
        List<String> homeless =
                taken.stream().flatMap(entry -> homeless(entry).stream()).toList();
        if (!homeless.isEmpty()) {
            return refused(
                    422, Answer.errors("business-rule", homeless), sender, body, homeless.get(0), message.readings());
        }
        try {
            intake.take(delivery(message, entries, body, sender));
            return new Reply(message.several() ? 200 : 201, reply(message, entries));
        } catch (IOException e) {
            return notTaken();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return notTaken();
        }
    }

    private static Optional<String> homeless(Entry entry) {
        return entry.observations().stream().anyMatch(measured -> measured.bed().isEmpty())
                ? Optional.of(entry.path() + ": nothing says on which bed it was measured")
                : Optional.empty();
    }

    /** Of a batch only the entry that nobody's bed is known of is refused. */
    private static Entry alone(Entry entry) {
        Optional<String> homeless = homeless(entry);
        return homeless.isEmpty()
                ? entry
                : new Entry(
                        entry.path(),
                        entry.type(),
                        entry.id(),
                        homeless,
                        entry.profile(),
                        List.of(),
                        List.of(),
                        List.of(),
                        Stream.concat(
                                        entry.dropped().stream(),
                                        entry.observations().stream().map(measured -> withoutBed(entry, measured)))
                                .toList());
    }

    private static Dropped withoutBed(Entry entry, Measured measured) {
        return new Dropped(entry.path(), "bed", measured.variable(), "", Reason.NO_BED)
                .standingFor(1)
                .expecting("a bed, or a patient whom the census has on one");
    }

    private static Reply notTaken() {
        return new Reply(503, Answer.error("transient", "not taken: the broker did not acknowledge it; send it again"));
    }

    private Entry placed(Entry entry, String bed) {
        List<Measured> observations = entry.observations().stream()
                .map(measured -> measured.bed().isEmpty() ? at(measured, bed) : measured)
                .toList();
        return new Entry(
                entry.path(),
                entry.type(),
                entry.id(),
                entry.broken(),
                entry.profile(),
                observations,
                entry.movements(),
                entry.alerts(),
                entry.dropped());
    }

    private Measured at(Measured measured, String bed) {
        String place = bed.isEmpty() && !measured.patient().isEmpty() ? intake.bedOf(measured.patient()) : bed;
        return measured.onBed(place);
    }

    private static Intake.Delivery delivery(FhirMessage message, List<Entry> entries, byte[] body, String sender) {
        List<Entry> taken =
                entries.stream().filter(entry -> entry.broken().isEmpty()).toList();
        return new Intake.Delivery(
                Protocol.FHIR,
                sender,
                Digest.of(body),
                message.readings(),
                taken.stream().flatMap(entry -> entry.observations().stream()).toList(),
                taken.stream().flatMap(entry -> entry.movements().stream()).toList(),
                taken.stream().flatMap(entry -> entry.alerts().stream()).toList(),
                entries.stream().flatMap(entry -> entry.dropped().stream()).toList(),
                body);
    }

    private static ObjectNode reply(FhirMessage message, List<Entry> entries) {
        boolean isAnsweredEach = List.of("transaction", "batch").contains(message.bundle());
        if (isAnsweredEach) {
            return each(message.bundle(), entries);
        }
        return Answer.taken(
                entries.stream().flatMap(entry -> entry.dropped().stream()).toList(),
                entries.stream().flatMap(entry -> entry.profile().stream()).toList());
    }

    private static ObjectNode each(String type, List<Entry> entries) {
        ObjectNode bundle = JsonNodeFactory.instance
                .objectNode()
                .put("resourceType", "Bundle")
                .put("type", type + "-response");
        for (Entry entry : entries) {
            ObjectNode response = bundle.withArray("entry").addObject().putObject("response");
            response.put("status", entry.broken().isPresent() ? "422" : "201");
            response.set(
                    "outcome",
                    entry.broken()
                            .map(what -> Answer.errors("required", List.of(what)))
                            .orElseGet(() -> Answer.taken(entry.dropped(), entry.profile())));
        }
        return bundle;
    }
}
