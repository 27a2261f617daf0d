"""Pictures of a map: a neutral scene, a place for everything in it, and the formats it can be written in."""
