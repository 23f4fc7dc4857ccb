package org.quanlian.keys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The keys of one purpose. The newest works, the older ones are there for what they signed or sealed. The folder is read each
 * time: a key that is put there, or taken away, counts at once.
 *
 * @param <K> what kind of key
 */
public final class KeyRing<K extends NodeKey> {
    private static final String SUFFIX = ".key";
    private static final int HALF_NAME_BYTES = 8;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final Pattern TIMED = Pattern.compile("-(\\d{8}T\\d{6}Z)-");

    private final NodeKeys.Place place;
    private final Purpose purpose;
    private final Form<K> form;

    KeyRing(NodeKeys.Place place, Purpose purpose, Form<K> form) {
        this.place = place;
        this.purpose = purpose;
        this.form = form;
    }

    /** How a kind of key is made and read. */
    interface Form<K> {
        /** A new one. */
        KeyText fresh(Instant created);

        /** @throws IllegalArgumentException when there is none of that kind */
        K read(KeyText text, Instant created);
    }

    private record Held<K>(K key, Path file) {}

    /**
     * The key that works; made when there is none.
     *
     * @throws KeyException when a key of this purpose can't be used
     */
    public K current() {
        return newest().orElseGet(this::renew);
    }

    /** The key that works, if there is one. */
    public Optional<K> newest() {
        List<Held<K>> all = held();
        return all.isEmpty()
                ? Optional.empty()
                : Optional.of(all.get(all.size() - 1).key());
    }

    /** The key of that name. */
    public Optional<K> named(String id) {
        return all().stream().filter(key -> key.id().equals(id)).findFirst();
    }

    /** All keys, the oldest first. */
    public List<K> all() {
        return held().stream().map(Held::key).toList();
    }

    /**
     * Makes a new key, which works from now on.
     *
     * @throws KeyException when there is one for good, and it is there
     */
    public K renew() {
        Instant created = place.clock().instant().truncatedTo(ChronoUnit.SECONDS);
        List<Held<K>> before = held();
        if (!before.isEmpty()) {
            if (purpose.single()) {
                throw new KeyException("there is one key for " + purpose.word() + " for good: with another, nobody of"
                        + " whom the node has heard would be known again");
            }
            // Whatever the machine's clock says, the new one is the newest.
            Instant last = before.get(before.size() - 1).key().created();
            created = created.isAfter(last) ? created : last.plusSeconds(1);
        }
        KeyText text = form.fresh(created);
        K key = form.read(text, created);
        String name = purpose.single() ? "" : "-" + TIME.format(created) + "-" + key.id();
        return write(place.folder().resolve(purpose.file() + name + SUFFIX), text.text(purpose)) ? key : current();
    }

    /** Takes a key away for good, with all that it alone could open. */
    public void forget(String id) {
        try {
            for (Held<K> held : held()) {
                if (held.key().id().equals(id)) {
                    Files.deleteIfExists(held.file());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where the keys are, for messages. */
    public Path folder() {
        return place.folder();
    }

    private List<Held<K>> held() {
        List<Held<K>> held = new ArrayList<>();
        for (Path file : files()) {
            held.add(new Held<>(read(file), file));
        }
        held.sort(Comparator.<Held<K>, Instant>comparing(one -> one.key().created())
                .thenComparing(Held::file));
        return held;
    }

    private List<Path> files() {
        if (!Files.isDirectory(place.folder())) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(place.folder())) {
            return files.filter(file -> isOurs(file.getFileName().toString())).toList();
        } catch (IOException e) {
            throw new UncheckedIOException("the folder of keys can't be read", e);
        }
    }

    private boolean isOurs(String name) {
        return purpose.single()
                ? name.equals(purpose.file() + SUFFIX)
                : name.startsWith(purpose.file() + "-") && name.endsWith(SUFFIX);
    }

    private K read(Path file) {
        try {
            if (OwnerOnly.isOpenToOthers(file)) {
                throw new KeyException("the key " + file
                        + " may be read or written by others than its owner: chmod 600 it, and ask who may have read"
                        + " it");
            }
            KeyText text = KeyText.parse(purpose, Files.readString(file));
            return form.read(text, text.created().orElse(created(file)));
        } catch (IOException e) {
            throw new UncheckedIOException("the key " + file + " can't be read", e);
        } catch (IllegalArgumentException e) {
            throw new KeyException("the key " + file + " is damaged: restore it from a backup", e);
        }
    }

    /** When a key of an older node was made: by its name, or else by the date of its file. */
    private static Instant created(Path file) throws IOException {
        Matcher timed = TIMED.matcher(file.getFileName().toString());
        return timed.find()
                ? TIME.parse(timed.group(1), Instant::from)
                : Files.getLastModifiedTime(file).toInstant().truncatedTo(ChronoUnit.SECONDS);
    }

    /** Whether the file was made by us; it may be that another node on the same folder was faster. */
    private boolean write(Path file, String text) {
        byte[] unguessable = new byte[HALF_NAME_BYTES];
        place.random().nextBytes(unguessable);
        try {
            OwnerOnly.folder(place.folder());
            // Under its name it is whole, or not there: a half key would seal what nobody opens again.
            Path half = place.folder()
                    .resolve(file.getFileName() + "." + HexFormat.of().formatHex(unguessable) + ".new");
            try {
                OwnerOnly.writeNew(half, text);
                // A link, because a move would write over the key that another made meanwhile.
                Files.createLink(file, half);
            } catch (FileAlreadyExistsException e) {
                return false;
            } catch (UnsupportedOperationException e) {
                Files.move(half, file, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(half);
            }
            OwnerOnly.force(place.folder());
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException("a new key can't be written to " + file, e);
        }
    }
}
