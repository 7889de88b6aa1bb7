"""The hosted brains: a model sees, reads and words, within bounds that code keeps."""
