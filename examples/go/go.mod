module pith.example/articles

go 1.21
