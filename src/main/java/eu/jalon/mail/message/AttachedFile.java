package eu.jalon.mail.message;

/** A file attached to a message, named as its sender did; the name can contain any character. */
@SuppressWarnings("ArrayRecordComponent") // read once, never compared
public record AttachedFile(String name, byte[] content) {}
