package org.quanlian.itests.crash;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the node acknowledged, kept outside of it, and what it was asked for and gave no answer to. */
final class Journal {
    private final Map<Mark, Integer> acknowledged = new HashMap<>();
    private final Set<Write> pending = new LinkedHashSet<>();
    private final Map<String, String> documents = new LinkedHashMap<>();
    private final Set<String> everSent = new HashSet<>();
    private final Set<String> orders = new LinkedHashSet<>();
    private final Set<String> claims = new LinkedHashSet<>();
    private final Set<String> touched = new HashSet<>();
    private int count;
    private int lostUploads;

    /** A write is asked for. */
    synchronized void asked(Write write) {
        pending.add(write);
        write.marks().forEach(mark -> touched.add(mark.subject()));
    }

    /** It is done, as the node said or as was found. */
    synchronized void done(Write write) {
        pending.remove(write);
        count++;
        write.marks().forEach(mark -> acknowledged.merge(mark, 1, Integer::sum));
    }

    /** The node did something by itself, which is seen to be there. */
    synchronized void happened(Mark mark) {
        acknowledged.merge(mark, 1, Integer::sum);
        touched.add(mark.subject());
    }

    /** An order is there. */
    synchronized void order(String id) {
        orders.add(id);
        touched.add(id);
    }

    /** A claim is there. */
    synchronized void claim(String id) {
        claims.add(id);
        touched.add(id);
    }

    /** A content is sent. */
    synchronized void sent(String sha256) {
        everSent.add(sha256);
    }

    /** A document is there. */
    synchronized void document(String id, String sha256) {
        documents.put(id, sha256);
    }

    /** A write got no answer, or one that leaves open whether it is done: a document may be there that nobody knows. */
    synchronized void unanswered(Write write) {
        if (write.isUpload()) {
            lostUploads++;
        }
    }

    /** How many writes were acknowledged. */
    synchronized int count() {
        return count;
    }

    synchronized int lostUploads() {
        return lostUploads;
    }

    synchronized Map<Mark, Integer> acknowledged() {
        return Map.copyOf(acknowledged);
    }

    synchronized List<Write> pending() {
        return List.copyOf(pending);
    }

    /** The documents and the digests of their contents. */
    synchronized Map<String, String> documents() {
        return new LinkedHashMap<>(documents);
    }

    synchronized boolean wasSent(String sha256) {
        return everSent.contains(sha256);
    }

    synchronized List<String> orders() {
        return new ArrayList<>(orders);
    }

    synchronized List<String> claims() {
        return new ArrayList<>(claims);
    }

    /** What was written about since this was last asked. */
    synchronized Set<String> touched() {
        Set<String> since = Set.copyOf(touched);
        touched.clear();
        return since;
    }
}
