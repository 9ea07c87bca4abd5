class X
end
