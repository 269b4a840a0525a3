package org.vigie.gateway.hl7;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.hl7v2.DefaultHapiContext;
import ca.uhn.hl7v2.HL7Exception;
import ca.uhn.hl7v2.HapiContext;
import ca.uhn.hl7v2.model.GenericMessage;
import ca.uhn.hl7v2.model.GenericSegment;
import ca.uhn.hl7v2.parser.EncodingCharacters;
import ca.uhn.hl7v2.parser.PipeParser;
import ca.uhn.hl7v2.util.Terser;
import ca.uhn.hl7v2.validation.impl.ValidationContextFactory;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.vigie.gateway.hl7.er7.Er7Message;
import org.vigie.gateway.hl7.er7.Hl7CharsetDecoder;
import org.vigie.gateway.hl7.er7.Hl7Segment;
import org.vigie.gateway.hl7.er7.MalformedHl7Message;

/**
 * Compares our reader with HAPI on every field, repetition, component and first sub-component of the corpus and of
 * mutations of it. The suite tests a thousand mutations; {@code -Dvigie.mutations=1000000} is for a long run.
 *
 * <p>Where they may differ, and why ({@link #isExplained}):
 *
 * <ul>
 *   <li>blanks around a value: we cut them off (real control ids have one in front), HAPI keeps them;
 *   <li>{@code ""}, HL7's explicit null, is empty for us and two quotes for HAPI;
 *   <li>escapes other than {@code \F\ \S\ \T\ \R\ \E\} and characters below blank: HAPI leaves formatting as markup;
 *   <li>separators declared twice, missing or letters: HAPI fills in its own defaults.
 * </ul>
 */
class DifferentialTest {
    private static final String ALPHABET = "|^~\\&\r \"FSTREXab09.-";
    private static final HapiContext HAPI = new DefaultHapiContext(ValidationContextFactory.noValidation());

    private final PipeParser parser = HAPI.getPipeParser();
    private final List<String> differences = new ArrayList<>();
    private long compared;

    @AfterAll
    static void close() throws IOException {
        HAPI.close();
    }

    @Test
    void bothReadTheSameInEveryMessageOfTheCorpus() {
        // when
        Hl7Corpus.messages().forEach(message -> compare(Hl7CharsetDecoder.decode(message)));

        // then
        assertThat(differences).isEmpty();
        assertThat(compared).isGreaterThan(5_000);
    }

    @Test
    void bothReadTheSameInMutations() {
        // given
        Random random = new Random(7);
        List<byte[]> messages = Hl7Corpus.messages();
        int count = Integer.getInteger("vigie.mutations", 1_000);

        // when
        for (int i = 0; i < count && differences.size() < 20; i++) {
            String message = Hl7CharsetDecoder.decode(messages.get(random.nextInt(messages.size())));
            compare(mutated(message, random));
        }

        // then
        assertThat(differences).isEmpty();
        assertThat(compared).isGreaterThan(10L * count);
    }

    private static String mutated(String message, Random random) {
        StringBuilder text = new StringBuilder(message);
        for (int edits = 1 + random.nextInt(4); edits > 0 && text.length() > 20; edits--) {
            int at = 9 + random.nextInt(text.length() - 9);
            char c = ALPHABET.charAt(random.nextInt(ALPHABET.length()));
            switch (random.nextInt(4)) {
                case 0 -> text.setCharAt(at, c);
                case 1 -> text.insert(at, c);
                case 2 -> text.deleteCharAt(at);
                default -> text.insert(at, text.substring(at, Math.min(text.length(), at + random.nextInt(12))));
            }
        }
        return text.toString();
    }

    private void compare(String text) {
        Er7Message message;
        try {
            message = Er7Message.cut(text);
        } catch (MalformedHl7Message e) {
            return;
        }
        String declared = message.header().raw(2);
        if (declared.length() < 4 || declared.chars().distinct().count() < declared.length()) {
            return;
        }
        var characters = new EncodingCharacters(message.header().raw(1).charAt(0), declared.substring(0, 4));
        for (Hl7Segment segment : message.segments()) {
            if (!segment.is("MSH") && segment.toString().indexOf('\r') < 0) {
                compare(segment, characters);
            }
        }
    }

    private void compare(Hl7Segment ours, EncodingCharacters characters) {
        try {
            GenericSegment theirs =
                    new GenericSegment(new GenericMessage.V26(HAPI.getModelClassFactory()), ours.name());
            parser.parse(theirs, ours.toString(), characters);
            for (int field = 1; field <= theirs.numFields(); field++) {
                List<String> repetitions = ours.repetitions(field);
                for (int repetition = 0; repetition < repetitions.size(); repetition++) {
                    for (int component = 1; component <= 6; component++) {
                        String theirText = Terser.get(theirs, field, repetition, component, 1);
                        String ourText = ours.component(repetitions.get(repetition), component);
                        compare(ours, field, component, ourText, theirText == null ? "" : theirText);
                    }
                }
            }
        } catch (HL7Exception e) {
            differences.add("HAPI refuses " + ours + ": " + e.getMessage());
        }
    }

    private void compare(Hl7Segment segment, int field, int component, String ours, String theirs) {
        compared++;
        if (!ours.equals(theirs) && !isExplained(segment.raw(field), ours, theirs)) {
            differences.add(segment.name() + "-" + field + "." + component + " ours '" + ours + "' HAPI '" + theirs
                    + "' in " + segment);
        }
    }

    private static boolean isExplained(String raw, String ours, String theirs) {
        boolean blanks = ours.equals(theirs.trim());
        boolean explicitNull = theirs.trim().equals("\"\"") && ours.isEmpty();
        boolean otherEscape = raw.replaceAll("\\\\[FSTRE]\\\\", "").indexOf('\\') >= 0;
        boolean control = raw.chars().anyMatch(c -> c < ' ');
        return blanks || explicitNull || otherEscape || control;
    }
}
