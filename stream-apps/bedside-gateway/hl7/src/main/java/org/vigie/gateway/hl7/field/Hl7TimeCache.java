package org.vigie.gateway.hl7.field;

import org.vigie.gateway.hl7.er7.Hl7Segment;
import org.vigie.gateway.read.SenderClock;
import org.vigie.gateway.read.SentTime;
import org.vigie.gateway.read.SentTime.AbsentTime;

/** Reads times, and keeps the last one: the rows of a monitor mostly have the same time. */
public final class Hl7TimeCache {
    private final Hl7TimeParser parser;
    private String text = "";
    private SentTime time = AbsentTime.ABSENT;

    public Hl7TimeCache(SenderClock clock) {
        this.parser = new Hl7TimeParser(clock);
    }

    public SentTime time(Hl7Segment segment, int field) {
        String sent = segment.word(field);
        if (!sent.equals(text)) {
            text = sent;
            time = parser.read(sent);
        }
        return time;
    }
}
